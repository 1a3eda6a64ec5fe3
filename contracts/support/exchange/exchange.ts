/** A request as it went out. */
export interface SentRequest {
  readonly method: 'PATCH';
  readonly url: string;
  /** As sent; an array is a repeated header. */
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  /** Undefined: no body was sent. */
  readonly body: string | undefined;
}

/** An answer as it came in. */
export interface ReceivedResponse {
  readonly status: number;
  /** The text beside the status; undefined where it is not known. */
  readonly statusText?: string | undefined;
  /** Names in lower case; repeated headers joined by ", ". */
  readonly headers: Readonly<Record<string, string>>;
  /** Decoded by its content-encoding, read as UTF-8. */
  readonly text: string;
  /** True: the body has bytes that are no UTF-8; the text has marks in their place. */
  readonly isNotUtf8?: boolean | undefined;
  readonly bytes: number;
  readonly durationMs: number;
  /** Local time when it was complete, as epoch milliseconds. */
  readonly receivedAtMs: number;
}

/** Why no whole answer came. */
export interface TransportFailure {
  /** Stable, such as too-large, timeout or ECONNRESET. */
  readonly cause: string;
  readonly message: string;
  /** The status line, where one came before the failure. */
  readonly status?: number | undefined;
}

/** One request and what became of it: exactly one of response and failure is there. */
export interface Exchange {
  readonly request: SentRequest;
  readonly response?: ReceivedResponse | undefined;
  readonly failure?: TransportFailure | undefined;
}
