import type { Choice, Notice } from '../../../schemas/generated/types';
import type { NoticeCode } from '../../obligations/notices';

/** The notice of a question that got another allowed answer than before in the same run (ledger entry 19). */
export function unsteadyChoice({ title, observed }: Choice, then: string): Notice {
  const code: NoticeCode = 'unsteady-choice';
  return { code, message: `${title}: ${observed}, then ${then}`, count: 1 };
}
