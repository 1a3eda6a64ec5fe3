import { askForTarget } from './ask-for-target';
import { AnswerError } from './target-answers';
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
  const say = (line: string): void => void said.push(line);
  const checkName = (name: string): void => {
    if (name === 'taken') throw new AnswerError('it is there already');
  };
  return { talk: { ask, say, checkName }, questions, said };
}

test('asks for everything, and writes variables for secrets', async () => {
  const { talk } = aPerson(
    'https://staging.example.org/api/v2/',
    '',
    '3:301,302;4:400-419',
    'y',
    '50',
    '200',
  );
  expect(targetFileOf(await askForTarget({}, talk))).toEqual({
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
  const { talk } = aPerson('http://127.0.0.1:4010', 'local', '"3:301"', 'n', '');
  expect(targetFileOf(await askForTarget({}, talk))).toEqual({
    name: 'local',
    baseUrl: 'http://127.0.0.1:4010',
    token: '${POPSELL_TOKEN}',
    brands: [{ id: 3, chatrooms: [301] }],
  });
});

test('explains a wrong answer and asks again', async () => {
  const { talk, said } = aPerson(
    'staging',
    'https://me:secret@a.example',
    'https://a.example',
    'a b',
    'taken',
    '',
    'three',
    '3:301;3:302',
    '3:301',
    'maybe',
    '',
    '0',
    '1',
    'x',
    '',
  );
  await askForTarget({}, talk);
  expect(said).toEqual([
    '"staging" is no base URL; accepted: an absolute http or https URL, such as https://staging.example.org/api/v2',
    'baseUrl holds a user or a password; accepted: an absolute http or https URL, such as https://staging.example.org/api/v2',
    '"a b" is no name; accepted: letters, digits, dots and dashes, such as staging',
    'it is there already',
    '"three" is not a brand with chatrooms; accepted: "BRAND:ID,ID" or "BRAND:FROM-TO", joined by ";", such as "3:301,302;4:400-419"',
    'brand 3 is there twice; accepted: each brand once, such as 3:301,302',
    'accepted: y or n; the token itself goes into POPSELL_FORBIDDEN_TOKEN, later',
    '"0" is no rate; accepted: requests per second, more than 0, or nothing',
    '"x" is no rate; accepted: requests per second, more than 0, or nothing',
  ]);
});

test('does not ask for what options have given', async () => {
  const { talk, questions } = aPerson('', '');
  await askForTarget(
    { baseUrl: 'http://127.0.0.1:1', name: 'local', brands: [{ id: 1, chatrooms: [1] }] },
    talk,
  );
  expect(questions).toHaveLength(2);
});
