import { anExchange, aRequest } from '../../testing/an-exchange';
import { aViolation } from '../../testing/evidence';
import { recordExchange } from '../exchange/record-exchange';
import { redactor } from '../exchange/redact';
import { violationText } from './violation-text';

const redact = redactor({ POPSELL_TOKEN: 's3cret' });
const headers = { Accept: 'application/json', Authorization: 'Bearer s3cret', 'X-Popsell-Brand': '3' };

it('says what was promised, received and documented, and how to see it again', () => {
  const sent = anExchange({ body: { source: 2 } }, { headers, body: undefined });
  const violation = aViolation({ count: 7, exchange: recordExchange(sent, redact) });
  expect(`\n${violationText(violation)}\n`).toMatchInlineSnapshot(`
    "
    200/body/source: source is 2
      promised    source is present, not null, string, one of "0", "1", "2"
      received    2
      documented  string, one of "0", "1", "2"
      source      Responses › 200 › source (ledger 2, 5, 6)
      pointer     /source
      seen        7 times so far; the first:
        curl -i --globoff --path-as-is -X PATCH 'https://api.example.org/v2/chat/chatrooms/8' \\
          -H 'Accept: application/json' \\
          -H "Authorization: Bearer $POPSELL_TOKEN" \\
          -H 'X-Popsell-Brand: 3'
        HTTP 200, application/json
        {"source":2}
    "
  `);
});

it('says that no answer came, and why', () => {
  const failure = { cause: 'ECONNRESET', message: 'socket hang up' };
  const violation = aViolation({
    pointer: undefined,
    obligation: 'any/answer/complete',
    cause: failure.cause,
    message: 'no whole answer: socket hang up',
    received: 'nothing',
    documented: 'a whole answer in time, of at most 10 MB',
    exchange: recordExchange({ request: aRequest({ headers, body: undefined }), failure }, redact),
  });
  expect(`\n${violationText(violation)}\n`).toMatchInlineSnapshot(`
    "
    any/answer/complete: no whole answer: socket hang up
      promised    every request gets a whole answer in time, of at most 10 MB
      received    nothing
      documented  a whole answer in time, of at most 10 MB
      source      Responses (ledger 20)
        curl -i --globoff --path-as-is -X PATCH 'https://api.example.org/v2/chat/chatrooms/8' \\
          -H 'Accept: application/json' \\
          -H "Authorization: Bearer $POPSELL_TOKEN" \\
          -H 'X-Popsell-Brand: 3'
        no answer: socket hang up
    "
  `);
});

it('leaves a command that would fill the screen to the report', () => {
  const exchange = recordExchange(anExchange({}, { headers, body: 'x'.repeat(10_000) }), redact);
  const text = violationText(aViolation({ exchange }));
  expect(text).toContain('    a long request: the report has its curl command\n');
  expect(text.length).toBeLessThan(1_000);
});

it('points at the whole body where it is all of it', () => {
  expect(violationText(aViolation({ pointer: '' }))).toContain('  pointer     (the whole body)\n');
});
