import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createAjv, validatorFor } from '../../../schemas/validation/validator';
import { writerOf } from './journal-writer';
import { RestoreJournal } from './restore-journal';

const baseUrl = 'https://staging.example.org';
const folder = mkdtempSync(join(tmpdir(), 'popsell-journal-'));
const file = join(folder, 'restore.json');
const first = { brand: 3, chatroom: 301, value: '2020-01-01T00:00:00Z' };
const second = { brand: 4, chatroom: 301, value: '2021-01-01T00:00:00Z' };
const changed = { ...first, value: '2022-01-01T00:00:00Z' };

afterEach(() => {
  rmSync(file, { force: true });
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

it('is on the disk, whole and valid, once a room is recorded', () => {
  new RestoreJournal(baseUrl, file).record(first);
  const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
  expect(content).toEqual({
    baseUrl,
    began: expect.stringMatching(/^\d{4}-.*Z$/) as string,
    rooms: [first],
    writer: writerOf(process.pid),
  });
  expect(validatorFor(createAjv(), 'restore')(content)).toBe(true);
  expect(readdirSync(folder)).toEqual(['restore.json']);
});

it('keeps the oldest value of a room, also for whoever opens it later', () => {
  new RestoreJournal(baseUrl, file).record(first);
  const later = new RestoreJournal(baseUrl, file);
  later.record(changed);
  later.record(second);
  expect(later.rooms).toEqual([first, second]);
  expect(new RestoreJournal(baseUrl, file).rooms).toEqual([first, second]);
});

it('forgets what was put back, and is gone with the last room', () => {
  const journal = new RestoreJournal(baseUrl, file);
  journal.record(first);
  journal.record(second);
  journal.settle(first);
  expect(new RestoreJournal(baseUrl, file).rooms).toEqual([second]);
  journal.settle({ brand: 4, chatroom: 301 });
  expect(existsSync(file)).toBe(false);
});

it('without a file is kept in memory', () => {
  const journal = new RestoreJournal(baseUrl, undefined);
  journal.record(first);
  expect(journal.rooms).toEqual([first]);
  expect(readdirSync(folder)).toEqual([]);
});
