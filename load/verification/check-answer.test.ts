import { checkAnswer } from './check-answer';
import * as validators from './compiled-validators';
import { aChatroom, anAnswer, aRequest } from './fixtures';

function findings(
  answer: Parameters<typeof anAnswer>[0],
  request: Parameters<typeof aRequest>[0] = {},
): string[] {
  return checkAnswer(anAnswer(answer), aRequest(request), validators).findings.map(
    ({ check, pointer, cause }) => `${check} ${pointer} ${cause}`,
  );
}

describe('a 200', () => {
  it('that is right has no findings, sampled or not', () => {
    expect(findings({})).toEqual([]);
    expect(findings({}, { sampled: true })).toEqual([]);
  });

  it('of another chatroom is found in every answer', () => {
    expect(findings({ body: aChatroom({ id_chatroom: 302 }) })).toEqual(['own id /id_chatroom other id']);
  });

  it("with a pivot of another's chatroom is found in the sample", () => {
    const ambassadors = [{ chatroom_pivot_data: [{ id_chatroom: 8 }] }];
    expect(findings({ body: aChatroom({ ambassadors }) }, { sampled: true })).toContain(
      'own id /ambassadors/*/chatroom_pivot_data/*/id_chatroom other id',
    );
  });

  it('with the value of another request is found in every answer', () => {
    expect(findings({ body: aChatroom({ established_dialogue: '2023-10-06T13:41:10.123Z' }) })).toEqual([
      'own value /established_dialogue instant',
    ]);
  });

  it.each([
    ['in another offset', '2023-10-06T15:41:09.123+02:00'],
    ['without its milliseconds, which is a notice of the contract specs', '2023-10-06T13:41:09Z'],
    ['with the last digit lost', '2023-10-06T13:41:09.12Z'],
  ])('with the value %s is right', (_name, established_dialogue) => {
    expect(findings({ body: aChatroom({ established_dialogue }) })).toEqual([]);
  });

  it('with the right instant in the form of the request example breaks the format, not the value', () => {
    const body = aChatroom({ established_dialogue: '2023-10-06 13:41:09.123' });
    expect(findings({ body }, { sampled: true })).toEqual(['schema /established_dialogue format']);
  });

  it('without a documented property is found in the sample', () => {
    const body = aChatroom({ source: undefined });
    expect(findings({ body })).toEqual([]);
    expect(findings({ body }, { sampled: true })).toEqual(['schema /source required']);
  });

  it('names the place without positions', () => {
    const ambassadors = [{ chatroom_pivot_data: [] }, { chatroom_pivot_data: [] }];
    expect(findings({ body: aChatroom({ ambassadors }) }, { sampled: true })).toContain(
      'schema /ambassadors/*/online required',
    );
  });

  it('that is no JSON is found', () => {
    expect(findings({ text: '<html>' })).toEqual(['body  200']);
  });

  it('above 10 MB is found, sampled or not', () => {
    const last_summary = { summary: 'x'.repeat(10 * 1024 * 1024) };
    expect(findings({ body: aChatroom({ last_summary }) })).toEqual(['body  too large']);
    expect(findings({ body: aChatroom({ last_summary }) }, { sampled: true })).toEqual(['body  too large']);
  });

  it('that does not say it is JSON is found in the sample', () => {
    expect(findings({ contentType: 'text/html' }, { sampled: true })).toEqual(['content type  200']);
  });

  it('with an array of one is found', () => {
    expect(findings({ body: [aChatroom()] })).toContain('schema  type');
  });
});

describe('another status', () => {
  it.each([401, 403, 404, 422, 500, 204])('%p to a valid request is found', (status) => {
    expect(findings({ status, text: '' })).toContain(`status  ${status}`);
  });

  it('429 is no finding', () => {
    expect(findings({ status: 429, text: 'slow down' })).toEqual([]);
  });

  it('no answer is found with its cause', () => {
    expect(findings({ status: 0, errorCode: 1050 })).toEqual(['no answer  1050']);
  });

  it.each([
    [401, { message: 1 }, 'schema /message type'],
    [422, { message: 'm', errors: { anything: 'not a list' } }, 'schema /errors/* type'],
  ])('the body of a %p is validated', (status, body, finding) => {
    expect(findings({ status, body })).toContain(finding);
  });

  it.each([403, 404])('%p may have any body, but declared JSON must parse', (status) => {
    expect(findings({ status, text: 'gone', contentType: 'text/plain' })).toHaveLength(1);
    expect(findings({ status, text: '' })).toHaveLength(1);
    expect(findings({ status, text: 'gone' })).toContain(`body  ${status}`);
  });
});
