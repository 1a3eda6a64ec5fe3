/** A run folder that cannot be reported: the message names the file, the field, and what is wrong with it. */
export class RunError extends Error {
  override readonly name = 'RunError';
  /** The file, or the folder where no file was found. */
  readonly file: string;
  /** A JSON pointer into the file; empty: the file as a whole. */
  readonly field: string;

  constructor(file: string, field: string, problem: string) {
    super(field === '' ? `${file}: ${problem}` : `${file}: ${field} ${problem}`);
    this.file = file;
    this.field = field;
  }
}
