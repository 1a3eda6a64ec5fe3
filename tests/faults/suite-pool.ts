import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

import type { ContractResult } from '../../schemas/generated/types';
import { bundleSpecs } from './bundle-specs';
import type { SuiteReply, SuiteRequest } from './suite-process';

/** More than the two cores: some faults are waited for. */
const processes = 3;

/** Processes that run the contract suite, each against embedded APIs of its own, one run after the other. */
export interface SuitePool {
  /** Resolves with contract.json; rejects where the suite could not be run. Runs begin in the order of the calls. */
  readonly run: (request: SuiteRequest) => Promise<ContractResult>;
  readonly close: () => void;
}

interface Job {
  readonly request: SuiteRequest;
  readonly resolve: (result: ContractResult) => void;
  readonly reject: (error: Error) => void;
}

export async function openSuitePool(): Promise<SuitePool> {
  const bundle = await bundleSpecs();
  const waiting: Job[] = [];
  const idle: ChildProcess[] = [];
  const children = Array.from({ length: processes }, () => {
    const child = fork(join(__dirname, 'suite-process.ts'), {
      execArgv: ['--import', 'tsx'],
      cwd: join(__dirname, '../..'),
    });
    child.send(bundle);
    idle.push(child);
    return child;
  });
  const next = (): void => {
    const child = idle.pop();
    if (child === undefined) return;
    const job = waiting.shift();
    if (job === undefined) {
      idle.push(child);
      return;
    }
    void runJob(child, job).then(() => {
      idle.push(child);
      next();
    });
  };
  return {
    run: (request) =>
      new Promise((resolve, reject) => {
        waiting.push({ request, resolve, reject });
        next();
      }),
    close: () => {
      for (const child of children) child.kill();
    },
  };
}

/** Settles the job; resolves when the process is free again, and never where it has ended. */
function runJob(child: ChildProcess, { request, resolve, reject }: Job): Promise<void> {
  return new Promise((free) => {
    const ended = (code: number | null): void => {
      reject(new Error(`the process that ran the suite ended with ${String(code)}`));
    };
    child.once('exit', ended);
    child.once('message', (reply: SuiteReply) => {
      child.off('exit', ended);
      if ('result' in reply) resolve(reply.result);
      else reject(new Error(reply.error));
      free();
    });
    child.send(request);
  });
}
