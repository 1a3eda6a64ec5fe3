import type { Call } from '../../call';
import { bearerToken, token } from '../../checks/authentication';
import { faultsOf, type FaultRow } from '../fault';
import { on, rewriting, rewritingBody } from '../hooks';

const trace = [
  'Error: invalid input',
  '    at parseDate (/srv/popsell/app/dates.js:41:13)',
  '    at updateChatroom (/srv/popsell/app/chatrooms.js:112:9)',
  '    at process.processTicksAndRejections (node:internal/process/task_queues:95:5)',
].join('\n');

const laravelTrace = [
  '#0 /var/www/html/app/Http/Controllers/ChatroomController.php(42): Carbon\\Carbon::parse()',
  '#1 /var/www/html/vendor/laravel/framework/src/Illuminate/Routing/Controller.php(54): update()',
].join('\n');

const leaks = {
  // A trace names files.
  'a stack trace': ['any/answer/stack-trace', 'any/answer/file-path'],
  frames: ['any/answer/stack-trace'],
  'a file path': ['any/answer/file-path'],
  'a Windows path': ['any/answer/file-path'],
  'the token': ['any/answer/token'],
  'the valid token': ['any/answer/token'],
} as const;

/** Adds what an answer must not show to a documented body. */
function leaking(what: keyof typeof leaks, status: number, leaked: (call: Call) => object): FaultRow {
  return [
    `${what} in a ${status}`,
    [16],
    leaks[what],
    rewritingBody(on(status), (body, call) => ({ ...body, ...leaked(call) })),
  ];
}

/** Internals and secrets in answers. */
export const leakFaults = faultsOf({
  'token-in-status-text': [
    'the token in the text beside the status, for a 422',
    [16],
    'any/answer/token',
    ({ deliver }) => ({
      deliver: (answer, reply, call) => {
        if (answer.status === 422)
          reply.raw.statusMessage = `no value for ${bearerToken(call.headers.authorization) ?? ''}`;
        deliver(answer, reply, call);
      },
    }),
  ],
  'stack-trace-in-422': leaking('a stack trace', 422, () => ({ trace })),
  'stack-trace-in-404': leaking('a stack trace', 404, () => ({ trace })),
  'stack-trace-in-401': leaking('a stack trace', 401, () => ({
    exception: 'AuthException',
    trace: laravelTrace,
  })),
  'stack-trace-in-403': leaking('a stack trace', 403, () => ({ trace: laravelTrace })),
  'frames-without-source-in-404': leaking('frames', 404, () => ({
    detail: '   at Popsell.Api.BrandFilter.OnAction(Context context)',
  })),
  'path-in-404': leaking('a file path', 404, () => ({
    file: '/var/www/html/app/Models/Chatroom.php',
    line: 117,
  })),
  'path-in-422': leaking('a file path', 422, () => ({ file: '/srv/popsell/app/dates.js' })),
  'path-in-200': leaking('a file path', 200, () => ({
    debug: { file: '/var/www/html/app/Models/Chatroom.php', line: 117 },
  })),
  'script-path-in-200': leaking('a file path', 200, () => ({
    debug: { template: '/var/www/popsell/src/chatrooms.js' },
  })),
  'relative-path-in-404': leaking('a file path', 404, () => ({ at: 'src/chatrooms.js:117' })),
  'windows-path-in-404': leaking('a Windows path', 404, () => ({
    file: 'C:\\inetpub\\popsell\\Chatroom.cs',
  })),
  'token-in-422': leaking('the token', 422, ({ headers }) => ({ received: headers.authorization })),
  'token-in-404': leaking('the token', 404, ({ headers }) => ({ token: bearerToken(headers.authorization) })),
  'token-in-200': leaking('the token', 200, ({ headers }) => ({ authorization: headers.authorization })),
  'token-in-401': leaking('the valid token', 401, () => ({ message: `Unauthorized: not ${token}.` })),
  'token-in-header': [
    'the token in a response header',
    [16],
    'any/answer/token',
    rewriting(on(200, 422), (answer, { headers }) => ({
      ...answer,
      headers: { ...answer.headers, 'x-debug-authorization': headers.authorization ?? '' },
    })),
  ],
});
