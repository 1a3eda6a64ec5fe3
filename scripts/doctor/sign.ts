/** One line of the doctor: what is there, or what is missing and what that leaves unverified. */
export interface Sign {
  readonly well: boolean;
  readonly text: string;
}

export const there = (text: string): Sign => ({ well: true, text });
export const missing = (text: string): Sign => ({ well: false, text });
