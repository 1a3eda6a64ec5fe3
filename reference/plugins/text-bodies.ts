import type { FastifyInstance } from 'fastify';

const mediaType = /^[\w.+-]+\/[\w.+-]+\s*(;|$)/;

/**
 * How is a body read? As text, whatever its type says: 415 and Fastify's 400 for malformed JSON are not
 * documented, and a token is looked at before a body is.
 */
export function readBodiesAsText(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => {
    done(null, body);
  });
  // Fastify answers 415 to a Content-Type that names no media type at all, but reads a body without one.
  app.addHook('onRequest', ({ raw }, _reply, done) => {
    const type = raw.headers['content-type'];
    if (type !== undefined && !mediaType.test(type)) delete raw.headers['content-type'];
    done();
  });
}
