import ledger from '../../schemas/policy/ledger.json';
import { catalogue, hasObligation, obligationOf } from './catalogue';
import { groupOf } from './obligation';

const numbers = ledger.map(({ number }) => number);

/** Ledger entries that no obligation names, and why. */
const unnamed: Readonly<Record<number, string>> = {
  19: 'a choice breaks no promise: choices and their changes are recorded beside the obligations',
};

it('gives every obligation an id of its own', () => {
  const ids = catalogue.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

it.each(catalogue.map((obligation) => [obligation.id, obligation] as const))(
  '%s belongs to a documented status, and says what is promised and where',
  (id, obligation) => {
    expect(['200', '401', '403', '404', '422', 'any']).toContain(groupOf(obligation));
    expect(id).toMatch(/^[^/\s]+(\/[^/\s]+)+$/);
    expect(obligation.title).not.toBe('');
    expect(obligation.documentation).not.toBe('');
    expect(numbers).toEqual(expect.arrayContaining([...obligation.policy]));
  },
);

it('numbers the ledger from 1 to 22', () => {
  expect(numbers).toEqual(Array.from({ length: 22 }, (_, index) => index + 1));
});

it.each(numbers)('ledger entry %d is named by an obligation, or it is said why not', (number) => {
  const isNamed = catalogue.some(({ policy }) => policy.includes(number));
  expect(isNamed).toBe(unnamed[number] === undefined);
});

it('finds an obligation by its id', () => {
  expect(obligationOf('404/chatroom/unknown').title).toBe('an unknown chatroom is answered with 404');
  expect([hasObligation('200/body'), hasObligation('200/body/colour')]).toEqual([true, false]);
});

it('says where to look for an id that does not exist', () => {
  expect(() => obligationOf('200/body/colour')).toThrow(
    'no obligation has the id 200/body/colour; see contracts/obligations/',
  );
});
