/** What a notice means to whoever meets it. */
export interface NoticeKind {
  /** What was seen, as a fact. */
  readonly title: string;
  readonly why: string;
  readonly lookAt: string;
  /** Numbers of the ledger entries that make it a notice, and no violation. */
  readonly policy: readonly number[];
}

/** Everything that is worth knowing and breaks no promise, by its stable code. */
export const notices = {
  'undocumented-property': {
    title: 'an answer has a property that the documentation does not list',
    why: 'Clients may come to rely on it, and a field that leaks from the database often shows first like this.',
    lookAt: 'The pointer of the notice: document the property, or leave it out of the answer.',
    policy: [6],
  },
  'foreign-data': {
    title: 'a refusal shows data of the chatroom that it refuses',
    why: 'What a 403 or 404 holds is not documented, so no promise is broken; but another brand has read what is not its own.',
    lookAt: 'What the error handler puts into its answer: often the model that was found before the check.',
    policy: [12, 14],
  },
  'lost-digits': {
    title: 'a value is kept, but its digits below a second are not',
    why: 'A client that compares the value that it sent with the one that it reads finds them different.',
    lookAt: 'The precision of the database column, and how the answer writes dates.',
    policy: [9],
  },
  'rate-limited': {
    title: 'the API answered 429, and the request was sent again',
    why: 'The run took longer; under load, a limit this low would be what clients meet.',
    lookAt: 'The limit of the token, and contracts.maxRequestsPerSecond in the target file to stay below it.',
    policy: [15],
  },
  'connection-closed': {
    title: 'the API, or a proxy before it, closes connections as soon as they are idle',
    why: 'A client that keeps connections, as most do, now and then sends a request into one that is just being closed.',
    lookAt:
      'The keep-alive timeout of the server: it should be longer than that of whatever stands before it.',
    policy: [20],
  },
  'unsteady-choice': {
    title: 'one question got different answers within a run, each of them allowed',
    why: 'Clients cannot rely on either answer; several instances of different versions often look like this.',
    lookAt: 'Whether all instances behind the base URL run the same version.',
    policy: [19],
  },
  'changed-choice': {
    title: 'an answer that is allowed is another than in the run before',
    why: 'Nothing promised it, but clients that were built on the earlier answer may break.',
    lookAt: 'What was released since the run before.',
    policy: [19],
  },
  'changed-meanwhile': {
    title:
      'a chatroom changed while requests were sent that should not change it, and none of them did it again',
    why: 'Somebody else may use the chatroom; or a request changes something, and not every time.',
    lookAt:
      'Whether the chatrooms of the target file are for tests alone; then the log of the API at that time.',
    policy: [9, 18],
  },
  'target-chatroom': {
    title: 'a chatroom that the target file names could not be read, not once',
    why: 'Where the target file is wrong, and not the API, what is broken for that brand says nothing about the API.',
    lookAt:
      'The brand and the ids of its chatrooms in the target file, or in POPSELL_BRANDS; then whether they are there for this token.',
    policy: [12],
  },
  'another-run': {
    title: 'a second run of this suite wrote to the chatrooms while this one went on',
    why: 'What one run writes looks to the other as if the API had changed it: violations of values may be its making.',
    lookAt:
      'What else was running against the target: the pipelines of other branches, a colleague. Run it again alone.',
    policy: [18],
  },
  'not-put-back': {
    title: 'chatrooms were not put back, and have a value of this run',
    why: 'The next run, and whoever uses them, finds what this one wrote.',
    lookAt:
      'What keeps the API from storing; once it does, npm run restore with the folder of the run puts them back.',
    policy: [],
  },
  'left-out-kinds': {
    title: 'generated requests of some kinds were not sent, because plain ones fail already',
    why: 'What they would have shown is not known until the plain violation is fixed.',
    lookAt: 'The violation of the plain input, which the message names.',
    policy: [],
  },
  'waiver-unobserved': {
    title: 'a waiver could not be tried in this run',
    why: 'Whether its deviation is still there is not known, so it neither helps nor fails.',
    lookAt: 'Why its obligation was not observed: --only, or something that the target file lacks.',
    policy: [],
  },
} as const satisfies Record<string, NoticeKind>;

export type NoticeCode = keyof typeof notices;
