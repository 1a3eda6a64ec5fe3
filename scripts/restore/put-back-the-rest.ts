import { RestoreJournal } from '../../contracts/support/state/restore-journal';
import type { ChangedRoom } from '../../schemas/generated/types';
import type { Target } from '../../schemas/target/target';
import { putBack } from './put-back';
import { restoreFile } from './restore-file';

/**
 * Puts back what interrupted specs could not; where that fails too, the folder's journal stays, and this says so. Returns
 * the chatrooms that are left.
 */
export async function putBackTheRest(
  target: Target,
  folder: string,
  say: (line: string) => void,
): Promise<readonly ChangedRoom[]> {
  const journal = new RestoreJournal(target.baseUrl, restoreFile(folder));
  const done = await putBack(target, journal);
  for (const { outcome, line } of done) if (outcome !== 'put-back') say(line);
  if (journal.rooms.length > 0) say(`npm run restore -- ${folder} puts back what was not`);
  return journal.rooms;
}
