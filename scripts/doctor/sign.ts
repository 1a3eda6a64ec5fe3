/** One line of the doctor: what is there, or what is missing and what that leaves unverified. */
export interface Sign {
  readonly well: boolean;
  readonly text: string;
  /** True: no run can be made without it. */
  readonly stops?: boolean;
}

export const there = (text: string): Sign => ({ well: true, text });
export const missing = (text: string): Sign => ({ well: false, text });
export const stopping = (text: string): Sign => ({ well: false, text, stops: true });

/** A sign as a line of the terminal. */
export function signLine({ well, text, stops = false }: Sign): string {
  if (stops) return `✗ stops    ${text}`;
  return `${well ? '✓ there  ' : '– missing'}  ${text}`;
}
