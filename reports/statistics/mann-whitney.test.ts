import { hodgesLehmannShift } from './hodges-lehmann';
import { mannWhitneyGreater } from './mann-whitney';

/** The example of R's wilcox.test: permeability constants of placental membranes. */
const term = [0.8, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46];
const early = [1.15, 0.88, 0.9, 0.74, 1.21];

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

describe('mannWhitneyGreater', () => {
  it("is R's wilcox.test(term, early, alternative = 'greater')", () => {
    expect(mannWhitneyGreater(term, early)).toBeCloseTo(0.1272, 4);
  });

  it.each([
    [20, 1 / 1771],
    [30, 1 / 5456],
  ])('of three runs above %i others is one in all ways to choose three', (others, expected) => {
    expect(mannWhitneyGreater([101, 102, 103], range(1, others))).toBeCloseTo(expected, 12);
  });

  it('counts the ways that are as extreme', () => {
    // One of the three lies below two of the thirty: rank sums 96, 95 (2 ways less one), 94.
    expect(mannWhitneyGreater([28.5, 101, 102], range(1, 30))).toBeCloseTo(4 / 5456, 12);
  });

  it('is 1 where all values are equal, and where the sample lies below', () => {
    expect(mannWhitneyGreater([5, 5, 5], [5, 5, 5, 5])).toBe(1);
    expect(mannWhitneyGreater([1, 2], [3, 4, 5])).toBe(1);
  });

  it('gives equal values their mean rank', () => {
    // Of the ten pairs of {1, 2, 2, 3, 3}, only {3, 3} and the four of {2, 3} sum up to 2 + 3 or more.
    expect(mannWhitneyGreater([2, 3], [1, 2, 3])).toBeCloseTo(5 / 10, 12);
  });
});

describe('hodgesLehmannShift', () => {
  it("is the difference in location of R's wilcox.test(term, early, conf.int = TRUE)", () => {
    expect(hodgesLehmannShift(term, early)).toBeCloseTo(0.305, 10);
  });

  it('is not moved by an outlier', () => {
    expect(hodgesLehmannShift([120, 121, 9_000], range(99, 101))).toBe(21);
  });
});
