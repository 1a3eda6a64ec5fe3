/** A k6 executable that was run once and gave its version. */
export interface K6 {
  /** Absolute path of the executable. */
  readonly path: string;
  /** Such as "2.2.0". */
  readonly version: string;
  readonly origin: 'K6_BINARY' | 'PATH' | 'cache' | 'go build' | 'download';
}
