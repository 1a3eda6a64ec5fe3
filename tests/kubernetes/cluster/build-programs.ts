import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(__dirname, '../../../.cache/kubernetes');
const versionFlag = '-X k8s.io/component-base/version.gitVersion=';

/** Where the programs of a cluster are, each a path. */
export interface ClusterPrograms {
  readonly etcd: string;
  readonly apiserver: string;
  readonly controllerManager: string;
  readonly collector: string;
}

/**
 * Builds the control plane and the collector from the Go module proxy; what is there is taken. About ten minutes of
 * CPU and 5 GB of Go's caches, so the tests that need it are apart from npm test.
 */
export function buildPrograms(say: (line: string) => void): ClusterPrograms {
  const controlPlane = join(__dirname, '../control-plane');
  const [, version] =
    /k8s\.io\/kubernetes (v[\d.]+)/.exec(readFileSync(join(controlPlane, 'go.mod'), 'utf8')) ?? [];
  const build = (name: string, module: string, source: string): string => {
    const program = join(folder, name);
    if (existsSync(program)) return program;
    say(`building ${name}`);
    mkdirSync(folder, { recursive: true });
    execFileSync(
      'go',
      [
        'build',
        '-p',
        '1',
        '-trimpath',
        '-ldflags',
        `-s -w ${versionFlag}${version ?? ''}`,
        '-o',
        program,
        source,
      ],
      {
        cwd: module,
        env: { ...process.env, CGO_ENABLED: '0', GOFLAGS: '-buildvcs=false' },
        stdio: 'inherit',
      },
    );
    return program;
  };
  return {
    etcd: build('etcd', controlPlane, 'go.etcd.io/etcd/server/v3'),
    apiserver: build('kube-apiserver', controlPlane, 'k8s.io/kubernetes/cmd/kube-apiserver'),
    controllerManager: build(
      'kube-controller-manager',
      controlPlane,
      'k8s.io/kubernetes/cmd/kube-controller-manager',
    ),
    collector: build('collector', join(__dirname, '../collector'), '.'),
  };
}
