import type { Obligation } from './obligation';

/** Why promises of a kind matter, and where a break of them usually comes from. */
export interface Advice {
  /** The ids that it is for; of several, the first in the list counts. */
  readonly ids: RegExp;
  readonly why: string;
  readonly lookAt: string;
}

/** One entry for a group of obligations that break for the same reasons. */
export const advice: readonly Advice[] = [
  {
    ids: /^200\/(status|empty-body\/status)$/,
    why: 'It is the one thing that every client does; where it fails, little else can be observed.',
    lookAt: 'The answer in the report: a 422 names what was refused, a 500 needs the log of the API.',
  },
  {
    ids: /^200\/value\//,
    why: 'A client shows what it was answered. A value that is answered but not stored, or stored as another, is lost without an error.',
    lookAt:
      'Whether the answer is made of the request or of a new read, a cache or replica that lags, a `{}` that resets what it reads, and time zones.',
  },
  {
    ids: /^200\/(state|empty-body\/unchanged)/,
    why: 'A PATCH that changes more than it was asked to destroys the data of somebody who never sees the request.',
    lookAt:
      'Which body fields the update takes (mass assignment), what it fills in by default, and the WHERE of its query.',
  },
  {
    ids: /^200\/date-time\/widest-offset$/,
    why: 'RFC 3339 allows it, and generated data has it; no clock does, so a waiver may be the answer.',
    lookAt: 'The date library: offsets of java.time end at 18:00, those of .NET at 14:00.',
  },
  {
    ids: /^200\/(date-time|fuzz\/date-time)/,
    why: 'Clients in other time zones and languages write the same instant in other forms, all of them RFC 3339.',
    lookAt:
      'The parser: does it drop the offset, read in the local zone of the server, or take one form alone?',
  },
  {
    ids: /\/(requested|own)$/,
    why: 'An answer about another chatroom or person is a leak, and clients that file answers by id mix them up.',
    lookAt: 'The joins behind the answer, and caches whose key lacks the brand or the chatroom.',
  },
  {
    ids: /\/online\/rule$/,
    why: 'Who is shown as online is who gets asked; a stale flag sends people to somebody who has left.',
    lookAt:
      'Whether online is computed when it is answered, in which time zone, and the Date header: the rule is judged by it.',
  },
  {
    ids: /^200\/fuzz/,
    why: 'What nobody thought of is what attackers and broken clients send.',
    lookAt:
      'The shrunk request in the report, the smallest that still shows it, and which fields the update takes.',
  },
  {
    ids: /^(200|any)\/concurrency\//,
    why: 'Two people at once are usual in a chatroom: mixed up answers are a leak, and lost or old values are lost work.',
    lookAt:
      'State that requests share (globals, a reused buffer or connection), missing transactions, reads from a replica or a cache.',
  },
  {
    ids: /^401\/before\//,
    why: 'Who is not known must learn nothing: another status tells strangers which brands and chatrooms exist.',
    lookAt:
      'The order of the middleware: authentication stands before validation, routing by brand and loading.',
  },
  {
    ids: /^401\/token\//,
    why: 'What is let through here lets anybody change any chatroom.',
    lookAt: 'How the header is read: the scheme, an empty value, comparison of the whole token.',
  },
  {
    ids: /^\d+\/state\/unchanged$/,
    why: 'A client that was told no believes that nothing happened.',
    lookAt:
      'Whether every check is done before the first write, and whether a rejection rolls the transaction back.',
  },
  {
    ids: /^403\/token\//,
    why: 'A valid token is not yet permission; without this check any account reaches the route.',
    lookAt:
      'The authorisation of the route, and that forbiddenToken in the target file is valid but without permission.',
  },
  {
    ids: /^403\/brand\//,
    why: 'Brands are customers of their own. Reaching the chatroom of another is the gravest leak that this API can have.',
    lookAt: 'Whether the chatroom is looked up together with its brand, for reading and for writing.',
  },
  {
    ids: /^404\/chatroom\//,
    why: 'Clients tell "gone" from "failed" by this status.',
    lookAt:
      'What happens where the lookup finds nothing, and that unknownChatroom in the target file is unknown in every brand.',
  },
  {
    ids: /^404\/(id|fuzz)\/?/,
    why: 'An id that is read loosely ("8abc" as 8) reaches a chatroom that nobody meant.',
    lookAt: 'How the path segment becomes a number, and the range of the database column.',
  },
  {
    ids: /^422\/(header\/X-Popsell-Brand|fuzz\/X-Popsell-Brand)/,
    why: 'A brand that is read loosely ("3abc" as 3) acts for the wrong customer; an error that names nothing cannot be shown to users.',
    lookAt: 'The validation of the header, and the key under errors.',
  },
  {
    ids: /^422\/(body|fuzz)\/established_dialogue/,
    why: 'What is taken as a date without being one is stored as some other date, or ends in a 500.',
    lookAt:
      'A parser that guesses (strtotime, new Date), type coercion before validation, and the key under errors.',
  },
  {
    ids: /^422\/(json|fuzz\/body)/,
    why: 'A body that is ignored where it does not parse looks like success to the client that sent it.',
    lookAt: 'How the framework treats a body that is no JSON object: several read it as empty.',
  },
  {
    ids: /^\d+\/accept\//,
    why: 'The documented example sends no Accept header, so clients do not either.',
    lookAt:
      'What the framework makes of an error for a client that does not ask for JSON: a page, a redirect, a 500.',
  },
  {
    ids: /^\d+\/header\/content-type$/,
    why: 'Clients choose how to read a body by this header.',
    lookAt: 'The handler of errors, and proxies that answer in place of the API.',
  },
  {
    ids: /^\d+\/body/,
    why: 'Clients with typed models fail on a field that is missing, null or of another type, often far from the cause.',
    lookAt:
      'The pointer and the received value in the report, and how the answer is serialised: casts, nullable columns, empty relations.',
  },
  {
    ids: /^any\/answer\/complete$/,
    why: 'A request without an answer leaves the client not knowing whether it took effect.',
    lookAt: 'The log of the API at that time, timeouts of proxies in between, and the size of the answer.',
  },
  {
    ids: /^any\/answer\/(status|in-between-value)$/,
    why: 'Clients handle the documented statuses; another one, and above all a 5xx, is a crash that anybody can cause.',
    lookAt: 'The request in the report: what about it is odd, and where the API meets it unprepared.',
  },
  {
    ids: /^any\/answer\/(stack-trace|file-path)$/,
    why: 'Internals tell attackers which software runs where, and users nothing.',
    lookAt: 'The debug mode of the framework, and its handler of errors that nobody caught.',
  },
  {
    ids: /^any\/answer\/token$/,
    why: 'Answers are logged and cached by everything in between; a token in one is a token lost.',
    lookAt: 'Error pages that echo the request, and debug headers.',
  },
  {
    ids: /^any\/order\//,
    why: 'Where several things are wrong, the answer must still be one of theirs, and nothing may be let through or changed.',
    lookAt: 'The order of the checks, and what runs before the last of them.',
  },
];

/** The advice for an obligation. */
export function adviceFor({ id }: Pick<Obligation, 'id'>): Advice | undefined {
  return advice.find(({ ids }) => ids.test(id));
}
