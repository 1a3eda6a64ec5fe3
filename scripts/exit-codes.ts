/** The exit codes that pipelines script against; `load` has k6's own for a crossed threshold. */
export const exitCodes = {
  ok: 0,
  violated: 1,
  usage: 2,
  unusableTarget: 3,
  invalidLoad: 4,
  /** What sysexits.h has for a fault of the program itself: no verdict on the API. */
  suiteFault: 70,
  thresholdCrossed: 99,
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** The first that is not 0: steps are named in the order of their weight. */
export function firstOf(...codes: readonly ExitCode[]): ExitCode {
  return codes.find((code) => code !== exitCodes.ok) ?? exitCodes.ok;
}

/** An error that ends the program with its message and a documented exit code, without a trace. */
export class ExpectedError extends Error {
  readonly exitCode: ExitCode;

  constructor(exitCode: ExitCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.exitCode = exitCode;
  }
}

/** The command line, a target file or a waiver file is wrong; nothing was sent. */
export class UsageError extends ExpectedError {
  constructor(message: string) {
    super(exitCodes.usage, message);
  }
}
