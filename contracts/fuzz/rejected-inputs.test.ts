import { parseDateTime, parseDocumentedForm } from '../../schemas/formats/date-time';

import { drawn } from './testing/drawn';
import { drawFrom } from './kinds';
import { noDateTimes } from './no-date-times';
import { noBrands, noIds } from './no-integers';
import { noObjects } from './no-objects';
import { undocumentedFields } from './undocumented-fields';

/** Whether a date and a time of day may be meant, in whatever form: such a value is nobody's to judge. */
function mayBeDateTime(text: string): boolean {
  const [year, month, day, hour, minute = 0, second = 0] = (text.match(/\d+/g) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined || hour === undefined) return false;
  const isDay =
    month >= 1 && month <= 12 && day >= 1 && new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
  return isDay && hour <= 24 && minute <= 59 && second <= 60;
}

describe('values that are no date-time', () => {
  const values = drawn(drawFrom(noDateTimes), 5_000);
  const texts = values.flatMap(({ input, kinds }) => (typeof input === 'string' ? [{ input, kinds }] : []));

  it('are read by none of the parsers', () => {
    const read = texts.filter(({ input }) => parseDateTime(input) ?? parseDocumentedForm(input));
    expect(read).toEqual([]);
  });

  it('are of no form in between', () => {
    const suspicious = texts.filter(({ input, kinds }) => !kinds.includes('text') && mayBeDateTime(input));
    expect(suspicious).toEqual([]);
  });

  it('are, as free text, without the digits of a date and a time', () => {
    const long = texts.filter(
      ({ input, kinds }) => kinds.includes('text') && input.replaceAll(/\P{N}/gu, '').length > 5,
    );
    expect(long).toEqual([]);
  });

  it('are, as an epoch, no compact date and time', () => {
    const epochs = texts.filter(({ kinds }) => kinds.includes('epoch')).map(({ input }) => input.length);
    expect(new Set(epochs)).toEqual(new Set([10, 13]));
  });

  it('are at most 10 kB, well-formed, and look like no path', () => {
    const long = texts.filter(({ input }) => input.length > 10_240);
    const written = values.map(({ input }) => JSON.stringify(input));
    expect(long).toEqual([]);
    expect(written.filter((text) => /\/|\\\\/.test(text))).toEqual([]);
    expect(
      written.filter((text) =>
        /[\ud800-\udfff]/.test(text.replaceAll(/[\ud800-\udbff][\udc00-\udfff]/g, '')),
      ),
    ).toEqual([]);
  });
});

describe('brands that are no integer', () => {
  const brands = drawn(drawFrom(noBrands(3)), 3_000).map(({ input }) => input);

  it('are read by no loose reading either', () => {
    expect(brands.filter((brand) => Number.isInteger(Number(brand)))).toEqual([]);
  });

  it('are one printable header value', () => {
    expect(brands.filter((brand) => !/^[!-~]+$/.test(brand) || brand.includes(','))).toEqual([]);
  });
});

describe('ids that are no integer in range', () => {
  const ids = drawn(drawFrom(noIds(301)), 3_000).map(({ input }) => input);

  it('are integers only where no integer type holds them', () => {
    expect(ids.filter((id) => /^\d+$/.test(id) && BigInt(id) < 2n ** 63n)).toEqual([]);
    expect(ids.filter((id) => Number.isSafeInteger(Number(id)) && Number(id) >= 0)).toEqual([]);
  });

  it('arrive as they are', () => {
    const moved = ids.filter(
      (id) =>
        new URL(`http://localhost/api/v2/chat/chatrooms/${id}`).pathname !== `/api/v2/chat/chatrooms/${id}`,
    );
    expect(moved).toEqual([]);
    expect(() => ids.map((id) => decodeURI(id))).not.toThrow();
  });
});

describe('bodies that are no JSON object', () => {
  const bodies = drawn(drawFrom(noObjects), 3_000);

  it('are not empty', () => {
    expect(bodies.filter(({ input }) => input.trim() === '')).toEqual([]);
  });

  it('parse as what they are', () => {
    const wrong = bodies.filter(({ input, kinds }) => kindOf(input) !== kinds[0]);
    expect(wrong).toEqual([]);
  });
});

describe('undocumented fields', () => {
  const objects = drawn(drawFrom(undocumentedFields), 2_000).map(
    ({ input }) => JSON.parse(`{${input}}`) as object,
  );

  it('stand in a JSON object', () => {
    expect(objects.filter((object) => Object.keys(object).length === 0)).toEqual([]);
  });

  it('have no documented name', () => {
    const names = objects.flatMap((object) => Object.keys(object));
    expect(names).not.toContain('established_dialogue');
    expect(names).not.toContain('source');
    expect(names).toContain('__proto__');
  });
});

function kindOf(text: string): string {
  try {
    const value: unknown = JSON.parse(text);
    if (Array.isArray(value)) return 'array';
    return typeof value === 'object' && value !== null ? 'object' : 'scalar';
  } catch {
    return 'malformed';
  }
}
