import type { NoticeCode } from '../../obligations/notices';

/** What one exchange says about one obligation, or beside them. */
export type Finding = Held | Broken | NoticeFinding;

export interface Held {
  readonly kind: 'held';
  readonly obligation: string;
}

export interface Broken {
  readonly kind: 'broken';
  readonly obligation: string;
  /** Tells the ways apart in which one obligation can break; stable. */
  readonly cause: string;
  /** One sentence: what is wrong. */
  readonly message: string;
  /** JSON pointer into the response body. */
  readonly pointer?: string | undefined;
  readonly received: string;
  readonly documented: string;
}

export interface NoticeFinding {
  readonly kind: 'notice';
  readonly code: NoticeCode;
  readonly message: string;
  readonly pointer?: string | undefined;
}

export function held(obligation: string): Held {
  return { kind: 'held', obligation };
}

export function broken(finding: Omit<Broken, 'kind'>): Broken {
  return { kind: 'broken', ...finding };
}

export function notice(code: NoticeCode, message: string, pointer?: string): NoticeFinding {
  return { kind: 'notice', code, message, pointer };
}
