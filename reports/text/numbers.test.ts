import { formatClock, formatDuration, formatMs, formatShare, formatTime, plural } from './numbers';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('numbers', () => {
  it.each([
    [0.42, '0.42 ms'],
    [4.16, '4.2 ms'],
    [311.6, '312 ms'],
    [12_345, '12,345 ms'],
    [null, '–'],
  ])('writes %p ms as %s', (ms, text) => {
    expect(plain(formatMs(ms))).toBe(text);
  });

  it.each([
    [840, '840 ms'],
    [12_400, '12.4 s'],
    [59_990, '1 min 0 s'],
    [200_000, '3 min 20 s'],
    [3_900_000, '1 h 5 min'],
  ])('writes a duration of %d ms as %s', (ms, text) => {
    expect(plain(formatDuration(ms))).toBe(text);
  });

  it('writes shares in percent', () => {
    expect(plain(formatShare(3 / 1764))).toBe('0.17 %');
  });

  it('writes times in UTC', () => {
    expect(formatTime('2026-03-02T10:15:04+02:00')).toBe('2026-03-02 08:15:04 UTC');
  });

  it.each([
    [5, '0:05'],
    [760, '12:40'],
    [3_720, '1:02:00'],
  ])('writes second %d as %s', (second, text) => {
    expect(formatClock(second)).toBe(text);
  });

  it('counts in singular and plural', () => {
    expect([plural(1, 'way'), plural(1_000, 'way')]).toEqual(['1 way', '1,000 ways']);
  });
});
