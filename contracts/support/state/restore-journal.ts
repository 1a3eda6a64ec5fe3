import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

import type { ChangedRoom, RestoreJournal as JournalFile } from '../../../schemas/generated/types';
import { roomKey } from '../room-key';
import { writerOf } from './journal-writer';

/** Names a chatroom. */
export type Place = Omit<ChangedRoom, 'value'>;

/**
 * The chatrooms that may have another value than at first, and that value, in a file that outlives whoever writes it.
 * Each change of it is on the disk before the call returns; once nothing is left, so is the file.
 */
export class RestoreJournal {
  private readonly baseUrl: string;
  private readonly file: string | undefined;
  private readonly byPlace: Map<string, ChangedRoom>;
  private readonly lateByPlace: Map<string, Place>;
  private began: string | undefined;
  /** This process, which is at work on the chatrooms from its first change of the journal on; looked up then. */
  private writer: JournalFile['writer'];

  /** @param file undefined: the journal is kept in memory alone */
  constructor(baseUrl: string, file: string | undefined) {
    this.baseUrl = baseUrl;
    this.file = file;
    const { began, rooms, late = [] } = contentOf(file);
    this.began = began;
    this.byPlace = new Map(rooms.map((room) => [roomKey(room), room]));
    this.lateByPlace = new Map(late.map((place) => [roomKey(place), place]));
  }

  get rooms(): readonly ChangedRoom[] {
    return [...this.byPlace.values()];
  }

  /** Rooms that another shard had changed already when this one came: it alone knows their first value. */
  get late(): readonly Place[] {
    return [...this.lateByPlace.values()];
  }

  /** Writes rooms down before their first change. A value that is there already is older, and stays. */
  record(...rooms: readonly ChangedRoom[]): void {
    const fresh = rooms.filter((room) => !this.byPlace.has(roomKey(room)));
    for (const room of fresh) this.byPlace.set(roomKey(room), room);
    if (fresh.length > 0) this.write();
  }

  /** Writes down rooms whose first value is in the journal of another shard. */
  recordLate(...places: readonly Place[]): void {
    for (const place of places) this.lateByPlace.set(roomKey(place), place);
    if (places.length > 0) this.write();
  }

  /** Forgets rooms that were put back. */
  settle(...rooms: readonly Place[]): void {
    const known = rooms.filter((room) => this.byPlace.delete(roomKey(room)));
    if (known.length > 0) this.write();
  }

  /** Forgets that the first value of rooms was elsewhere. */
  settleLate(...places: readonly Place[]): void {
    const known = places.filter((place) => this.lateByPlace.delete(roomKey(place)));
    if (known.length > 0) this.write();
  }

  private write(): void {
    if (this.file === undefined) return;
    if (this.byPlace.size + this.lateByPlace.size === 0) {
      rmSync(this.file, { force: true });
      return;
    }
    // Renamed into place: whenever the process is killed, one whole journal is there.
    const written = `${this.file}.tmp`;
    const { baseUrl, rooms, late } = this;
    const writer = (this.writer ??= writerOf(process.pid));
    this.began ??= new Date().toISOString();
    const content: JournalFile = {
      baseUrl,
      began: this.began,
      rooms: [...rooms],
      ...(late.length > 0 && { late: [...late] }),
      ...(writer !== undefined && { writer }),
    };
    writeFileSync(written, `${JSON.stringify(content, null, 2)}\n`);
    renameSync(written, this.file);
  }
}

function contentOf(file: string | undefined): Pick<JournalFile, 'began' | 'rooms' | 'late'> {
  if (file === undefined || !existsSync(file)) return { rooms: [] };
  return JSON.parse(readFileSync(file, 'utf8')) as JournalFile;
}
