import { aResponse } from '../../testing/an-exchange';
import { declaresJson, mediaType } from './media-type';

const declared = (type: string): ReturnType<typeof aResponse> =>
  aResponse({ headers: { 'content-type': type } });

it.each([
  ['application/json', 'application/json'],
  ['Application/JSON ; charset=utf-8', 'application/json'],
  ['', ''],
])('the media type of "%s" is "%s"', (type, expected) => {
  expect(mediaType(declared(type))).toBe(expected);
});

it('is empty where none is declared', () => {
  expect(mediaType(aResponse({ headers: {} }))).toBe('');
});

it.each(['application/json; charset=utf-8', 'application/problem+json', 'application/vnd.popsell.v2+json'])(
  '%s declares JSON',
  (type) => {
    expect(declaresJson(declared(type))).toBe(true);
  },
);

it.each(['text/html', 'application/jsonp', 'application/json-seq', 'application/+json', 'json', ''])(
  '"%s" declares no JSON',
  (type) => {
    expect(declaresJson(declared(type))).toBe(false);
  },
);
