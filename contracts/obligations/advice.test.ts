import ledger from '../../schemas/policy/ledger.json';
import { advice, adviceFor } from './advice';
import { catalogue } from './catalogue';
import { notices } from './notices';

it.each(catalogue.map(({ id }) => id))('%s has advice', (id) => {
  expect(adviceFor({ id })).toBeDefined();
});

it.each(advice.map((one) => [String(one.ids), one] as const))('the advice for %s is given', (_, one) => {
  expect(catalogue.some((obligation) => adviceFor(obligation) === one)).toBe(true);
});

it('of notices names entries of the ledger', () => {
  const numbers = ledger.map(({ number }) => number);
  expect(numbers).toEqual(
    expect.arrayContaining(Object.values(notices).flatMap(({ policy }) => [...policy])),
  );
});
