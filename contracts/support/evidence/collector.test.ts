import { anExchange, noRedaction } from '../../testing/an-exchange';
import { redactor } from '../exchange/redact';
import { broken, held, notice, type Broken } from '../judge/finding';
import { Collector } from './collector';

const exchange = anExchange();
const aFinding = (changes: Partial<Broken> = {}): Broken =>
  broken({
    obligation: '200/body/source',
    cause: 'type',
    message: 'source is 2',
    received: '2',
    documented: 'string',
    ...changes,
  });
const aCollector = (redact = noRedaction): Collector => new Collector('200-ok.spec.ts', redact);

it('counts requests and observations', () => {
  const collector = aCollector();
  collector.countRequest();
  collector.countRequest();
  collector.add([held('200/body'), held('200/status')], exchange);
  collector.add([held('200/body')], exchange);
  expect(collector.evidence).toMatchObject({
    requests: 2,
    observations: { '200/body': 2, '200/status': 1 },
  });
});

it('names the test that found a violation, where one was running', () => {
  const collector = aCollector();
  collector.test = '200/status';
  collector.add([aFinding()], exchange);
  collector.test = undefined;
  collector.add([aFinding({ cause: 'missing' })], exchange);
  const { violations } = collector.evidence;
  expect(violations.map(({ test }) => test)).toEqual(['200/status', undefined]);
});

it('tells a violation that others may follow from before them', () => {
  const collector = aCollector();
  collector.add([aFinding({ cause: 'missing' }), aFinding({ cause: 'null' })], exchange);
  collector.addFirst(aFinding({ cause: 'lasting' }), exchange);
  collector.addFirst(aFinding({ cause: 'null' }), exchange);
  expect(collector.evidence.violations.map(({ cause, count }) => [cause, count])).toEqual([
    ['null', 2],
    ['lasting', 1],
    ['missing', 1],
  ]);
});

it('records one violation an obligation and cause, the first, with a count', () => {
  const collector = aCollector();
  collector.add([aFinding(), aFinding({ cause: 'missing' })], exchange);
  collector.add([aFinding({ message: 'source is 1' })], exchange);
  const { violations } = collector.evidence;
  expect(violations).toMatchObject([
    { cause: 'type', message: 'source is 2', count: 2, spec: '200-ok.spec.ts' },
    { cause: 'missing', count: 1 },
  ]);
});

it('keeps every further place of a violation, once', () => {
  const collector = aCollector();
  for (const pointer of ['/a', '/b', '/a', '/b', undefined, '/c']) {
    collector.add([aFinding({ pointer })], exchange);
  }
  const { violations } = collector.evidence;
  expect(violations).toMatchObject([{ pointer: '/a', otherPointers: ['/b', '/c'], count: 6 }]);
});

it('records one notice a code and message, with a count', () => {
  const collector = aCollector();
  const [first, second] = [
    notice('undocumented-property', '/a', '/a'),
    notice('undocumented-property', '/b'),
  ];
  collector.add([first, second, first], exchange);
  expect(collector.evidence.notices).toEqual([
    { code: 'undocumented-property', message: '/a', pointer: '/a', count: 2 },
    { code: 'undocumented-property', message: '/b', count: 1 },
  ]);
});

it('records a choice once, and notes where it is not steady', () => {
  const collector = aCollector();
  for (const observed of ['404', '404', '403', '403']) {
    collector.addChoice('403/brand/foreign-chatroom', 'a foreign chatroom', observed, '403 or 404');
  }
  expect(collector.evidence).toMatchObject({
    choices: [{ id: '403/brand/foreign-chatroom', observed: '404', allowed: '403 or 404' }],
    notices: [{ code: 'unsteady-choice', message: 'a foreign chatroom: 404, then 403', count: 2 }],
  });
});

it('redacts all that it records', () => {
  const collector = aCollector(redactor({ POPSELL_TOKEN: 's3cret-token' }));
  const text = 'with s3cret-token';
  collector.add(
    [aFinding({ message: text, received: text, documented: text }), notice('lost-digits', text)],
    anExchange({ text }, { body: text, headers: { Authorization: text } }),
  );
  expect(JSON.stringify(collector.evidence)).not.toContain('s3cret-token');
});

it('refuses a finding for an obligation that does not exist', () => {
  expect(() => {
    aCollector().add([held('200/body/colour')], exchange);
  }).toThrow('no obligation has the id 200/body/colour');
});
