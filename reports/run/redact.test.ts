import { aContractResult, anExchange, aViolation } from '../fixtures/a-contract-result';
import { aLoadResult } from '../fixtures/a-load-result';
import { chatroomBody } from '../fixtures/chatroom-body';
import { aRun } from '../fixtures/runs';
import { redactRun } from './redact';

const secret = 's3cr3t-t0k3n';

const exchangeWithSecrets = () => {
  const exchange = anExchange({
    answer: chatroomBody(),
    headers: { 'Set-Cookie': secret, 'x-debug': `Bearer ${secret}` },
  });
  return {
    ...exchange,
    request: {
      ...exchange.request,
      headers: { Authorization: `Bearer ${secret}` },
      body: `{"token": "${secret}"}`,
    },
    curl: `curl --header "Authorization: Bearer ${secret}"`,
  };
};

const redacted = redactRun(
  aRun({
    contract: aContractResult({
      violations: [
        aViolation({ exchange: exchangeWithSecrets(), message: `"email":"ada@example.org" is wrong` }),
        aViolation({ pointer: '/ambassadors/0/email', received: '"ada@example.org" (no address)' }),
        aViolation({ pointer: '/ambassadors/0/email', received: 'null' }),
      ],
    }),
    load: aLoadResult({
      verified: {
        ...aLoadResult().verified,
        violations: [{ check: 'schema', message: 'm', count: 1, example: exchangeWithSecrets() }],
      },
    }),
  }),
);

describe('redactRun', () => {
  it.each([secret, 'ada@example.org', 'c-1042'])('leaves no %s', (planted) => {
    expect(JSON.stringify(redacted)).not.toContain(planted);
  });

  it('leaves the other fields, and the variable that a command reads', () => {
    const body = redacted.contract?.violations[0]?.exchange.response?.body;
    expect(body).toContain('"firstname":"Ada"');
    expect(redacted.contract?.violations[1]?.exchange.curl).toContain('Bearer $POPSELL_TOKEN');
  });

  it('leaves a received value that is no text', () => {
    expect(redacted.contract?.violations.map(({ received }) => received).slice(1)).toEqual([
      '[redacted text] (no address)',
      'null',
    ]);
  });

  it('blanks what an excerpt cuts off in the middle', () => {
    const run = aRun({
      load: null,
      contract: aContractResult({
        violations: [aViolation({ exchange: anExchange({ answer: '{"email":"ada@exam' }) })],
      }),
    });
    expect(redactRun(run).contract?.violations[0]?.exchange.response?.body).toBe('{"email":"[redacted]"');
  });
});
