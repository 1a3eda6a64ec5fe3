import type { FastifyInstance } from 'fastify';

/**
 * How is a body read? As text, whatever its type says: 415 and Fastify's 400 for malformed JSON are not
 * documented, and a token is looked at before a body is.
 */
export function readBodiesAsText(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => {
    done(null, body);
  });
}
