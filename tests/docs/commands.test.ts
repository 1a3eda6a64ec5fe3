import { join } from 'node:path';

import { startReference, type Reference } from '../../reference/start-reference';
import { runCli } from '../support/run-cli';
import { runInTime } from '../support/run-in-time';
import { aTargetFile } from '../support/target-file';
import { scratchFile, scratchFolder } from '../support/scratch';
import { documentedCommands } from './documented-commands';

/** Commands that are not run here, and what runs them. */
const apart = new Map([
  ['npm ci && npm start', 'CI installs; start.test.ts starts'],
  ['npm ci && npm test', 'this is it'],
  ['npm ci', 'CI'],
  ['npm run check', 'npm test'],
  ['npm test', 'this is it'],
  ['npm run test:nodes', 'runs all of this under other versions of Node'],
  ['npm run test:templates', 'takes PyPI'],
  ['npm run sbom', 'sbom.test.ts'],
  ['npm run test:schemathesis', 'takes PyPI'],
  ['npm run bench:contracts', 'takes PyPI'],
  ['npm run reference -- --port 4010 --latency 400', 'ends by Ctrl-C only; the tests of load run it'],
]);

/** Commands that end otherwise than with 0, as the page says or because nothing is wrong here. */
const exitCodes = new Map([
  ['npm run contracts -- --target targets/staging.json --replay reports/runs/RUN#1', 1],
  ['npm run load -- --target targets/reference.json --profile smoke', 99],
  ['npm run restore -- reports/runs/RUN --target targets/staging.json', 2],
]);

const folder = scratchFolder();
const run = join(folder, 'run');
const running: Reference[] = [];
let places: ReadonlyMap<string, string>;

function aRemoteTarget(): string {
  return aTargetFile({
    baseUrl: 'https://staging.example.org/api/v2',
    load: { allow: true, maxRatePerSecond: 2_000 },
  });
}

beforeAll(async () => {
  for (const options of [{}, { faults: ['unauthorized.message.missing'] }, { latencyMs: 400 }]) {
    running.push(await startReference(options));
  }
  const [staging = '', brokenTarget = '', reference = ''] = running.map(({ target }) =>
    scratchFile({
      name: target.name,
      baseUrl: target.baseUrl,
      token: target.token,
      forbiddenToken: target.forbiddenToken,
      brands: target.brands,
    }),
  );
  // Placeholders of the pages, and what stands for them here; times are cut short.
  places = new Map([
    // The run whose violation is sent again is one of the API that breaks a promise.
    ['targets/staging.json --replay', `${brokenTarget} --replay`],
    // Manifests are written for a host that pods can reach; nothing is sent there.
    ['targets/staging.json --profile load --rate 2000', `${aRemoteTarget()} --profile load --rate 2000`],
    ['targets/staging.json', staging],
    ['targets/reference.json', reference],
    ['reports/runs/RUN', run],
    ['targets/staging.waivers.json', join(folder, 'waivers.json')],
    ['.cache/history/staging.json', join(folder, 'history.json')],
    ['history.json', join(folder, 'history.json')],
    ['--kubernetes k8s', `--kubernetes ${join(folder, 'k8s')}`],
    ['--rate 40 --duration 2m', '--rate 200 --duration 8s'],
  ]);
  await runCli(['contracts', '--only', '401', '--target', brokenTarget, '--out', run]);
});

afterAll(() => Promise.all(running.map((reference) => reference.close())));

const commands = documentedCommands().filter((command) => !apart.has(command));

test.each(commands)('%s', async (command) => {
  const replaced = [...places].reduce((text, [place, real]) => text.replace(place, real), command);
  const [, script = '', parameters = ''] = /^npm (?:run )?(\S+)(?: -- (.*))?$/.exec(replaced) ?? [];
  // Runs land in the scratch folder.
  const lands =
    ['start', 'contracts', 'load'].includes(script) && !/--explain|--replay|--kubernetes/.test(command);
  const { exitCode, stdout, stderr } = await (lands ? runInTime : runCli)([script, ...parameters.split(' ')]);
  expect({ exitCode, said: `${stdout}${stderr}` }).toEqual({
    exitCode: exitCodes.get(command) ?? 0,
    said: expect.stringMatching(/\S/) as string,
  });
});

test('what is left out here is documented', () => {
  const documented = new Set(documentedCommands());
  expect([...apart.keys(), ...exitCodes.keys()].filter((command) => !documented.has(command))).toEqual([]);
});
