import { startReference } from '../../reference/start-reference';
import { contractsOn } from '../support/contracts-against';

const codesOf = (notices: readonly { readonly code: string }[]): string[] => notices.map(({ code }) => code);

test('two runs at once against one target notice each other, and one after them does not', async () => {
  const reference = await startReference();
  try {
    const both = await Promise.all([contractsOn(reference.target), contractsOn(reference.target)]);
    expect(both.flatMap(({ result }) => codesOf(result.notices))).toContain('another-run');
    expect(both.map(({ stdout }) => stdout).join('\n')).toContain(
      'notice      another run of this suite wrote to the chatrooms',
    );
    const after = await contractsOn(reference.target);
    expect([after.exitCode, codesOf(after.result.notices)]).toEqual([0, []]);
  } finally {
    await reference.close();
  }
});
