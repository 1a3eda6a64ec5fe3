import type { Evidence } from '../evidence/evidence';
import { progressLine } from './progress-line';

const violated = (...obligations: string[]): Evidence['violations'] =>
  obligations.map((obligation) => ({ obligation }) as Evidence['violations'][number]);

it('counts obligations once, however often they were tried or broken', () => {
  const evidence = {
    requests: 214,
    tried: ['200/status', '200/body', '200/body'],
    violations: violated('200/body', '200/body'),
  };
  expect(progressLine(evidence, 136)).toBe('contracts: 214 requests, 2 of 136 obligations tried, 1 violated');
});
