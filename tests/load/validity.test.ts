import { startReference, type Reference } from '../../reference/start-reference';
import { anotherK6 } from '../support/another-k6';
import { startLoad, type HowToStart } from '../support/load-run';

let reference: Reference;
afterEach(() => reference.close());

/** Runs the command, which must end with 4, and returns why. */
async function reasonsOf(parameters: readonly string[], how: HowToStart = {}): Promise<string> {
  const run = startLoad(reference, parameters, how);
  const { exitCode } = await run.cli.ended;
  const { verdict, validity } = run.result();
  expect({ exitCode, verdict }).toEqual({ exitCode: 4, verdict: 'invalid' });
  return validity.reasons.join('\n');
}

/** Puts a statement into the function that sends a request, in a copy of the script: other tests run the script itself. */
function inExchange(statement: string): string {
  return `for last; do :; done
case "$last" in *.js)
  copy="$(dirname "$0")/chatrooms.js"
  sed 's/function sharedExchange(\\([a-z]*\\)) *{/&${statement}/' "$last" > "$copy"
  others=$(($# - 1))
  while [ "$others" -gt 0 ]; do set -- "$@" "$1"; shift; others=$((others - 1)); done
  shift
  set -- "$@" "$copy";;
esac`;
}

test('too few VUs for a stall make a run invalid, rather than a flattering one', async () => {
  reference = await startReference({ latency: ['constant:1', 'stall:after=100,for=2s'] });
  const reasons = await reasonsOf(['--rate', '50', '--duration', '5s'], {
    variables: { LOAD_MAX_VUS: '10', POPSELL_BRANDS: '3:301' },
  });
  expect(reasons).toMatch(/\d+ requests \([\d.]+ %\) were not sent because all 10 VUs waited for answers/);
});

test('so do too few samples for a percentile that is judged, which has no figure then', async () => {
  reference = await startReference();
  expect(await reasonsOf(['--rate', '20', '--duration', '2s'])).toContain(
    'Too few samples for all brands, p95; all brands, p99: raise --duration or --rate.',
  );
});

test('so do exceptions inside iterations, which k6 calls a success', async () => {
  reference = await startReference();
  const boom = inExchange('if(Math.random()<.1)throw new Error("boom");');
  const reasons = await reasonsOf(['--rate', '50', '--duration', '4s'], { variables: anotherK6(boom) });
  expect(reasons).toMatch(/\d+ iterations ended in an exception/);
});

test('so do metrics that do not arrive', async () => {
  reference = await startReference();
  const reasons = await reasonsOf(['--rate', '50', '--duration', '4s'], {
    variables: anotherK6('export K6_OTEL_HTTP_EXPORTER_ENDPOINT=127.0.0.1:9'),
  });
  expect(reasons).toMatch(/\d+ exports of k6's metrics did not arrive/);
});

(process.platform === 'win32' ? describe.skip : describe)('outside Windows', () => {
  test('so does a machine without a file left for a connection', async () => {
    reference = await startReference({ latency: ['constant:2000'] });
    const launcher = ['/bin/sh', '-c', 'ulimit -n 120; exec "$0" "$@"'] as const;
    const reasons = await reasonsOf(['--rate', '120', '--duration', '3s'], { launcher });
    expect(reasons).toMatch(/\d+ requests could not leave this machine/);
  });
});

(process.platform === 'win32' ? describe.skip : describe)('where there are signals', () => {
  test('so does a generator that gets its cores late, although it needs little of them', async () => {
    reference = await startReference();
    // Stands still for 0.4 s in each second.
    const late =
      '( sleep 1; while kill -STOP $$; do sleep 0.4; kill -CONT $$; sleep 0.6; done ) 2>/dev/null &';
    const reasons = await reasonsOf(['--rate', '60', '--duration', '8s'], { variables: anotherK6(late) });
    expect(reasons).toMatch(/One request in twenty was begun more than \d+ ms after its time/);
  });
});

(process.platform === 'linux' ? describe : describe.skip)('on Linux', () => {
  test('so does a generator that has more to do than its core can', async () => {
    reference = await startReference();
    // Five ms of work for each request, which a core has time for 200 times a second.
    const busy = inExchange('for(let end=Date.now()+5;Date.now()<end;);');
    const reasons = await reasonsOf(['--rate', '400', '--duration', '4s'], {
      launcher: ['taskset', '-c', '0'],
      variables: { ...anotherK6(busy), LOAD_MAX_VUS: '50' },
    });
    // It depends on the machine's other work which of them it meets first.
    expect(reasons).toMatch(
      /k6 used [\d.]+ % of this machine's cores|were not sent because all 50 VUs|after its time/,
    );
  });
});
