import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { join } from 'node:path';

/** The answering server as a process of its own. */
export interface AnsweringProcess {
  readonly baseUrl: string;
  close(): void;
}

export async function startAnsweringProcess(): Promise<AnsweringProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(__dirname, 'answering-server.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const port = await new Promise<string>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      reject(new Error(`the answering server ended with ${String(code)}`));
    });
    createInterface({ input: child.stdout }).once('line', resolve);
  });
  return { baseUrl: `http://127.0.0.1:${port}/api/v2`, close: () => child.stdin.end() };
}
