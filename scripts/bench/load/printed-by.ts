import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

/** Runs a program and resolves to all that it printed; rejects with it where the program fails. */
export async function printedBy(
  program: string,
  parameters: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): Promise<string> {
  const child = spawn(program, parameters, {
    env: { ...process.env, ...variables },
    // In a session of its own, as npm run load starts k6: Linux shares the cores out by session, and a request costs a
    // generator that shares one with the server up to a third less.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  const [out, errors, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  if (code !== 0)
    throw new Error(`${program} ${parameters.join(' ')} ended with ${String(code)}:\n${out}${errors}`);
  return out + errors;
}
