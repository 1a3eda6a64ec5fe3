import { availableCores } from './available-cores';

const coresOf = (files: Readonly<Record<string, string>>): number => availableCores((file) => files[file], 8);

it.each([
  ['no control groups', {}, 8],
  ['no limit', { '/proc/self/cgroup': '0::/\n', '/sys/fs/cgroup/cpu.max': 'max 100000\n' }, 8],
  ['half a core', { '/proc/self/cgroup': '0::/\n', '/sys/fs/cgroup/cpu.max': '50000 100000\n' }, 0.5],
  [
    'a limit of a group above',
    {
      '/proc/self/cgroup': '0::/kubepods/pod1/c1\n',
      '/sys/fs/cgroup/kubepods/pod1/c1/cpu.max': 'max 100000\n',
      '/sys/fs/cgroup/kubepods/pod1/cpu.max': '200000 100000\n',
    },
    2,
  ],
  [
    'the older kind',
    {
      '/proc/self/cgroup': '4:memory:/x\n2:cpu,cpuacct:/docker/c1\n',
      '/sys/fs/cgroup/cpu/cpu.cfs_quota_us': '150000\n',
      '/sys/fs/cgroup/cpu/cpu.cfs_period_us': '100000\n',
    },
    1.5,
  ],
  [
    'the older kind without a limit',
    {
      '/proc/self/cgroup': '2:cpu:/\n',
      '/sys/fs/cgroup/cpu/cpu.cfs_quota_us': '-1\n',
      '/sys/fs/cgroup/cpu/cpu.cfs_period_us': '100000\n',
    },
    8,
  ],
  [
    'more than the machine has',
    { '/proc/self/cgroup': '0::/\n', '/sys/fs/cgroup/cpu.max': '9900000 100000\n' },
    8,
  ],
])('%s', (_, files, cores) => {
  expect(coresOf(files as Record<string, string>)).toBe(cores);
});
