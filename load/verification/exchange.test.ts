import { execFileSync } from 'node:child_process';

import { createAjv } from '../../schemas/validation/validator';
import { recordExchange } from './exchange';

const token = 'a-secret';
const sent = {
  url: 'http://127.0.0.1:4010/api/v2/chat/chatrooms/301',
  brand: 3,
  body: `{"established_dialogue":"it's"}`,
};
const received = {
  status: 500,
  headers: { 'X-Echo': `Bearer ${token}` },
  body: token,
  error: '',
  durationMs: 2,
};

it('shows the token nowhere', () => {
  const exchange = recordExchange(sent, { ...received, body: `é ${token}` }, token);
  expect(JSON.stringify(exchange)).not.toContain(token);
  expect(exchange.response).toMatchObject({ body: 'é $POPSELL_TOKEN', bodyBytes: 11 });
});

it('has a command that a shell takes apart as it was meant', () => {
  const { curl } = recordExchange(sent, received, token);
  const script = `curl() { for each in "$@"; do printf '%s\\n' "$each"; done; }; ${curl}`;
  const words = execFileSync('sh', ['-c', script], { env: { POPSELL_TOKEN: 'from-the-environment' } })
    .toString()
    .split('\n');
  expect(words).toEqual(
    expect.arrayContaining([sent.url, sent.body, 'Authorization: Bearer from-the-environment']),
  );
});

it('cuts long bodies', () => {
  const { response } = recordExchange(sent, { ...received, body: 'x'.repeat(10_000) }, token);
  expect(response).toMatchObject({ bodyBytes: 10_000 });
  expect(response?.body).toHaveLength(4_096);
});

it('says why no answer came', () => {
  const exchange = recordExchange(sent, { ...received, status: 0, error: 'connection refused' }, token);
  expect(exchange).toMatchObject({ response: null, error: 'connection refused' });
});

it('has the shape of the exchanges of contract.json', () => {
  const validate = createAjv().getSchema('popsell:/run/contract.schema.json#/$defs/exchange');
  expect(validate?.(recordExchange(sent, received, token))).toBe(true);
});
