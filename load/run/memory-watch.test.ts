import { watchMemory } from './memory-watch';

(process.platform === 'linux' ? describe : describe.skip)('on Linux', () => {
  it('tells once that a process takes more than it may', async () => {
    const told: number[] = [];
    const stop = await new Promise<() => void>((resolve) => {
      const end = watchMemory(process.pid, 1_000_000, (bytes) => {
        told.push(bytes);
        resolve(end);
      });
    });
    stop();
    expect(told).toEqual([expect.any(Number)]);
    expect(told[0]).toBeGreaterThan(10_000_000);
  });
});
