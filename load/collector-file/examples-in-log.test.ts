import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { exampleLine } from '../telemetry/example-line';
import { examplesInLog } from './examples-in-log';

it('finds violations among whatever else pods print, the first of each kind', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'popsell-log-'));
  const finding = { check: 'status', pointer: '', cause: '500' } as const;
  const logged = (path: string): string =>
    JSON.stringify({
      level: 'error',
      source: 'console',
      msg: exampleLine(finding, {
        request: { method: 'PATCH', url: `https://chat.example.test${path}`, headers: {}, body: '{}' },
        response: null,
        curl: '',
      }),
    });
  try {
    const file = join(folder, 'pods.log');
    writeFileSync(
      file,
      ['[pod/x] not JSON', logged('/first'), '{"level":"info"}', logged('/second'), ''].join('\n'),
    );
    const examples = [...(await examplesInLog(file)).values()];
    expect(examples).toHaveLength(1);
    expect(examples[0]).toMatchObject({
      finding,
      exchange: { request: { url: 'https://chat.example.test/first' } },
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
