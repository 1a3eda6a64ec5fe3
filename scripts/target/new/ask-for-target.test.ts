import { askForTarget } from './ask-for-target';
import { targetFileOf } from './target-file-of';

function aPerson(...answers: string[]) {
  const questions: string[] = [];
  const said: string[] = [];
  const ask = (question: string): Promise<string> => {
    questions.push(question);
    const next = answers.shift();
    return next === undefined
      ? Promise.reject(new Error(`asked too much: ${question}`))
      : Promise.resolve(next);
  };
  return { ask, say: (line: string) => void said.push(line), questions, said };
}

test('asks for everything, and writes variables for secrets', async () => {
  const { ask, say } = aPerson(
    'https://staging.example.org/api/v2/',
    '',
    '3:301,302;4:400-419',
    'y',
    '50',
    '200',
  );
  expect(targetFileOf(await askForTarget({}, ask, say))).toEqual({
    name: 'staging',
    baseUrl: 'https://staging.example.org/api/v2',
    token: '${POPSELL_TOKEN}',
    forbiddenToken: '${POPSELL_FORBIDDEN_TOKEN}',
    brands: [
      { id: 3, chatrooms: [301, 302] },
      { id: 4, chatrooms: { from: 400, to: 419 } },
    ],
    contracts: { maxRequestsPerSecond: 50 },
    load: { allow: true, maxRatePerSecond: 200 },
  });
});

test('leaves out what there is not', async () => {
  const { ask, say } = aPerson('http://127.0.0.1:4010', 'local', '3:301', 'n', '', '');
  expect(targetFileOf(await askForTarget({}, ask, say))).toEqual({
    name: 'local',
    baseUrl: 'http://127.0.0.1:4010',
    token: '${POPSELL_TOKEN}',
    brands: [{ id: 3, chatrooms: [301] }],
  });
});

test('explains a wrong answer and asks again', async () => {
  const { ask, say, said } = aPerson(
    'staging',
    'https://a.example',
    '',
    'three',
    '3:301',
    'maybe',
    '',
    '0',
    '1',
    'x',
    '',
  );
  await askForTarget({}, ask, say);
  expect(said).toEqual([
    '"staging" is no base URL; accepted: an absolute http or https URL, such as https://staging.example.org/api/v2',
    '"three" is not a brand with chatrooms; accepted: "BRAND:ID,ID" or "BRAND:FROM-TO", joined by ";", such as "3:301,302;4:400-419"',
    '"maybe" is neither; accepted: y or n',
    '"0" is no rate; accepted: requests per second, more than 0, or nothing',
    '"x" is no rate; accepted: requests per second, more than 0, or nothing',
  ]);
});

test('does not ask for what options have given', async () => {
  const { ask, say, questions } = aPerson('', '', '');
  await askForTarget(
    { baseUrl: 'http://127.0.0.1:1', name: 'local', brands: [{ id: 1, chatrooms: [1] }] },
    ask,
    say,
  );
  expect(questions).toHaveLength(3);
});
