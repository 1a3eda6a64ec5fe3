import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

import type { ChangedRoom, RestoreJournal as JournalFile } from '../../../schemas/generated/types';

type Place = Omit<ChangedRoom, 'value'>;

/**
 * The chatrooms that may have another value than at first, and that value, in a file that outlives whoever writes it.
 * Each change of it is on the disk before the call returns; once nothing is left, so is the file.
 */
export class RestoreJournal {
  private readonly baseUrl: string;
  private readonly file: string | undefined;
  private readonly byPlace: Map<string, ChangedRoom>;

  /** @param file undefined: the journal is kept in memory alone */
  constructor(baseUrl: string, file: string | undefined) {
    this.baseUrl = baseUrl;
    this.file = file;
    this.byPlace = new Map(roomsIn(file).map((room) => [keyOf(room), room]));
  }

  get rooms(): readonly ChangedRoom[] {
    return [...this.byPlace.values()];
  }

  /** Writes a room down before its first change. A value that is there already is older, and stays. */
  record(room: ChangedRoom): void {
    if (this.byPlace.has(keyOf(room))) return;
    this.byPlace.set(keyOf(room), room);
    this.write();
  }

  /** Forgets a room that was put back. */
  settle(room: Place): void {
    if (this.byPlace.delete(keyOf(room))) this.write();
  }

  private write(): void {
    if (this.file === undefined) return;
    if (this.byPlace.size === 0) {
      rmSync(this.file, { force: true });
      return;
    }
    // Renamed into place: whenever the process is killed, one whole journal is there.
    const written = `${this.file}.tmp`;
    const content: JournalFile = { baseUrl: this.baseUrl, rooms: [...this.byPlace.values()] };
    writeFileSync(written, `${JSON.stringify(content, null, 2)}\n`);
    renameSync(written, this.file);
  }
}

function roomsIn(file: string | undefined): readonly ChangedRoom[] {
  if (file === undefined || !existsSync(file)) return [];
  return (JSON.parse(readFileSync(file, 'utf8')) as JournalFile).rooms;
}

function keyOf({ brand, chatroom }: Place): string {
  return `${brand}/${chatroom}`;
}
