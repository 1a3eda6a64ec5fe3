import type { Fault } from '../../reference/faults/fault';

/**
 * Which spec files a field fault meets: all, or those of the status whose body it damages. Each property meets all of them
 * once, and so does each kind of damage; every other pair of the two differs from those in nothing that another status shows.
 * @param whole true: all faults meet all spec files
 * @returns for a fault's name, what the names of its spec files begin with; undefined: all
 */
export function fieldFaultSpecs(
  fieldFaults: readonly Fault[],
  whole: boolean,
): (fault: string) => string | undefined {
  const met = new Set<string>();
  const specs = new Map<string, string>();
  for (const { name, breaks } of fieldFaults) {
    const at = name.lastIndexOf('.');
    const parts = [name.slice(0, at), name.slice(at)];
    if (!whole && parts.every((part) => met.has(part))) specs.set(name, statusOf(breaks));
    for (const part of parts) met.add(part);
  }
  return (fault) => specs.get(fault);
}

function statusOf([obligation = '']: readonly string[]): string {
  return obligation.slice(0, obligation.indexOf('/'));
}
