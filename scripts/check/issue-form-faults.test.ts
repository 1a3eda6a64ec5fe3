import { issueFormFaults } from './issue-form-faults';

const input = { type: 'input', id: 'command', attributes: { label: 'Command' } };
const aForm = (changes: object) => ({ name: 'A', description: 'B', body: [input], ...changes });

test('a form that GitHub takes has none', () => {
  expect(issueFormFaults(aForm({ title: 'Run: ', labels: ['run'] }))).toEqual([]);
});

test.each([
  ['no description', { description: undefined }, "/: must have required property 'description'"],
  ['a name of spaces', { name: ' ' }, '/name: must match pattern "\\S"'],
  ['a key that is unknown', { assignee: 'me' }, '/: must NOT have additional properties'],
  [
    'nothing to fill in',
    { body: [{ type: 'markdown', attributes: { value: 'Hello' } }] },
    '/body: must contain at least 1 valid item(s)',
  ],
  [
    'an unknown type',
    { body: [{ ...input, type: 'number' }] },
    '/body/0/type: must be equal to one of the allowed values',
  ],
  [
    'a dropdown without options',
    { body: [{ ...input, type: 'dropdown' }] },
    "/body/0/attributes: must have required property 'options'",
  ],
  [
    'an option that YAML reads as a number',
    { body: [{ ...input, type: 'dropdown', attributes: { label: 'Code', options: [1] } }] },
    '/body/0/attributes/options/0: must be string',
  ],
  [
    'an id twice',
    { body: [input, { ...input, attributes: { label: 'C' } }] },
    'two elements have the id command',
  ],
  ['a label twice', { body: [input, { ...input, id: 'c' }] }, 'two elements are labelled Command'],
])('%s is one', (_title, changes, fault) => {
  expect(issueFormFaults(aForm(changes))).toContain(fault);
});
