import { targetSigns } from './target-signs';

const target = {
  name: 'test',
  baseUrl: 'https://staging.example.org',
  token: 'a-token',
  brands: [{ id: 3, chatrooms: [301] }],
  unknownChatroom: 999_999_999,
};

test('says what remains unverified without what is missing', () => {
  const expired = { obligation: '200/status', reason: 'known', expires: '2026-11-22' };
  const signs = targetSigns({ target, load: { allow: false }, waivers: [expired] }, '2026-11-23');
  expect(signs.filter(({ well }) => !well).map(({ text }) => text)).toEqual([
    'forbiddenToken: that a token without permission gets 403 is not tried',
    'a second brand: that brands are isolated from each other is not tried',
    'a second chatroom: that a PATCH changes no other chatroom is not tried',
    'load.allow: load is only run against this machine',
    'waivers in force: 200/status expired, which fails the run',
  ]);
});

test('knows that the token itself is no token without permission', () => {
  const signs = targetSigns(
    { target: { ...target, forbiddenToken: target.token }, load: { allow: false }, waivers: [] },
    '2026-11-23',
  );
  expect(signs[0]).toEqual({
    well: false,
    text: 'a forbiddenToken of its own: it is the same as token, and 403 is expected of it',
  });
});

test('says that the limit of load is not for this machine', () => {
  const local = { ...target, baseUrl: 'http://127.0.0.1:4010' };
  const load = { allow: true, maxRatePerSecond: 200 };
  const texts = targetSigns({ target: local, load, waivers: [] }, '2026-11-23').map(({ text }) => text);
  expect(texts).toContain(
    'load is allowed; load.maxRatePerSecond limits it on other machines, and not on this one',
  );
});

test('misses nothing in a target that has everything', () => {
  const brands = [...target.brands, { id: 4, chatrooms: { from: 400, to: 419 } }];
  const whole = { ...target, brands, forbiddenToken: 'another', maxRequestsPerSecond: 50 };
  const load = { allow: true, maxRatePerSecond: 200 };
  expect(targetSigns({ target: whole, load, waivers: [] }, '2026-11-23').filter(({ well }) => !well)).toEqual(
    [],
  );
});
