import { RestoreJournal } from '../../contracts/support/state/restore-journal';
import type { Target } from '../../schemas/target/target';
import { putBack } from './put-back';
import { restoreFile } from './restore-file';

/** What interrupted specs could not put back; where that fails too, the folder's journal stays, and this says so. */
export async function putBackTheRest(
  target: Target,
  folder: string,
  say: (line: string) => void,
): Promise<void> {
  const journal = new RestoreJournal(target.baseUrl, restoreFile(folder));
  const done = await putBack(target, journal);
  for (const { outcome, line } of done) if (outcome !== 'put-back') say(line);
  if (journal.rooms.length > 0) say(`npm run restore -- ${folder} puts back what was not`);
}
