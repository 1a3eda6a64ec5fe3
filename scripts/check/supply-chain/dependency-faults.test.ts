import { dependencyFaults } from './dependency-faults';

const page = [
  '| package | why it, and not another |',
  '| ------- | ----------------------- |',
  '| ajv     | given                   |',
  '| preact, preact-render-to-string | markup |',
  '| bare    |                         |',
].join('\n');
const named = ['ajv', 'preact', 'preact-render-to-string'];

test('every dependency needs a line that says why', () => {
  expect(dependencyFaults([...named, 'bare', 'lodash'], page)).toEqual([
    'bare is a dependency, and no line says why',
    'lodash is a dependency, and no line says why',
  ]);
});

test('a line needs its dependency', () => {
  expect(dependencyFaults(named, page)).toEqual(['bare has a line, and is no dependency']);
});

test('there are at most 15', () => {
  const many = Array.from({ length: 16 }, (_, index) => `package-${index}`);
  const rows = many.map((name) => `| ${name} | why |`).join('\n');
  expect(dependencyFaults(many, rows)).toEqual(['16 runtime dependencies; at most 15 are agreed on']);
  expect(dependencyFaults(many.slice(1), rows)).toEqual(['package-0 has a line, and is no dependency']);
});
