import { isDateTime } from '../../schemas/formats/date-time';

/** The formats of the bodies that are validated, for the compiled validators. */
export const formats: Readonly<Record<string, (text: string) => boolean>> = {
  'date-time': isDateTime,
};
