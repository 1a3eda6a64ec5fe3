import { spawn, type ChildProcess } from 'node:child_process';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { freePorts } from '../support/free-ports';
import { apiClient, type Api } from './api';
import type { ClusterPrograms } from './build-programs';

export interface ControlPlane {
  readonly api: Api;
  /** Stops what was started, and only that. */
  readonly stop: () => Promise<void>;
}

const patienceMs = 180_000;

/** Starts etcd, kube-apiserver and kube-controller-manager on loopback, with their files in a folder. */
export async function startControlPlane(programs: ClusterPrograms, folder: string): Promise<ControlPlane> {
  const [etcdPort = 0, peerPort = 0, apiPort = 0] = await freePorts(3);
  const token = randomUUID();
  writeKeys(folder, token);
  const children: ChildProcess[] = [];
  const start = (program: string, parameters: readonly string[]): void => {
    const child = spawn(program, parameters, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
    let log = '';
    child.stderr.on('data', (chunk: Buffer) => (log = (log + chunk.toString()).slice(-5_000)));
    child.once('close', (code) => {
      if (code !== null) console.error(`${program} ended with ${code}:\n${log}`);
    });
    children.push(child);
  };
  const stop = async (): Promise<void> => {
    // The API server would wait for its etcd.
    for (const child of children.reverse()) await end(child);
  };
  try {
    start(programs.etcd, etcdArguments(etcdPort, peerPort));
    start(programs.apiserver, apiserverArguments(etcdPort, apiPort));
    const certificate = join(folder, 'apiserver.crt');
    await until(() => Promise.resolve(existsSync(certificate)), 'its certificate');
    const api = apiClient({ port: apiPort, ca: readFileSync(certificate, 'utf8'), token });
    await until(async () => (await api.send('GET', '/readyz')).status === 200, 'the API server');
    writeFileSync(join(folder, 'kubeconfig'), kubeconfig(apiPort, certificate, token));
    start(programs.controllerManager, controllerManagerArguments);
    return {
      api,
      stop: async () => {
        api.close();
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function etcdArguments(port: number, peerPort: number): string[] {
  const [client, peer] = [port, peerPort].map((each) => `http://127.0.0.1:${each}`);
  return [
    '--data-dir=etcd',
    '--unsafe-no-fsync',
    `--listen-client-urls=${client ?? ''}`,
    `--advertise-client-urls=${client ?? ''}`,
    `--listen-peer-urls=${peer ?? ''}`,
    `--initial-advertise-peer-urls=${peer ?? ''}`,
    `--initial-cluster=default=${peer ?? ''}`,
  ];
}

function apiserverArguments(etcdPort: number, port: number): string[] {
  return [
    `--etcd-servers=http://127.0.0.1:${etcdPort}`,
    '--bind-address=127.0.0.1',
    `--secure-port=${port}`,
    '--cert-dir=.',
    '--token-auth-file=tokens.csv',
    '--service-account-key-file=sa.pub',
    '--service-account-signing-key-file=sa.key',
    '--service-account-issuer=https://127.0.0.1',
    '--endpoint-reconciler-type=none',
    '--disable-admission-plugins=ServiceAccount',
    '--service-cluster-ip-range=127.96.0.0/24',
  ];
}

const controllers = ['job', 'deployment', 'replicaset', 'garbage-collector', 'namespace'];
const controllerManagerArguments = [
  '--kubeconfig=kubeconfig',
  '--leader-elect=false',
  '--secure-port=0',
  `--controllers=${controllers.map((name) => `${name}-controller`).join(',')}`,
];

function writeKeys(folder: string, token: string): void {
  mkdirSync(folder, { recursive: true });
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2_048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  });
  writeFileSync(join(folder, 'sa.pub'), publicKey);
  writeFileSync(join(folder, 'sa.key'), privateKey, { mode: 0o600 });
  writeFileSync(join(folder, 'tokens.csv'), `${token},admin,admin,system:masters\n`, { mode: 0o600 });
}

function kubeconfig(port: number, certificate: string, token: string): string {
  const [cluster, user] = ['local', 'admin'];
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [
      {
        name: cluster,
        cluster: { server: `https://127.0.0.1:${port}`, 'certificate-authority': certificate },
      },
    ],
    users: [{ name: user, user: { token } }],
    contexts: [{ name: cluster, context: { cluster, user } }],
    'current-context': cluster,
  });
}

/** Waits for a condition. Rejects, naming it, where it does not come. */
export async function until(
  holds: () => Promise<boolean>,
  what: string,
  limitMs = patienceMs,
): Promise<void> {
  const deadline = Date.now() + limitMs;
  while (!(await holds().catch(() => false))) {
    if (Date.now() > deadline) throw new Error(`waited ${limitMs / 1_000} s in vain for ${what}`);
    await delay(200);
  }
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) {
      resolve();
      return;
    }
    child.once('close', () => {
      resolve();
    });
    child.kill('SIGKILL');
  });
}
