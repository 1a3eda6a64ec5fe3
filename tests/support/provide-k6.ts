import { findK6 } from '../../scripts/k6/find-k6';

/**
 * Finds k6 once for all tests, as `npm start` would, and hands it to them as K6_BINARY. Where there is none, the
 * tests that need it say so by failing.
 */
export default async function provideK6(): Promise<void> {
  // Tests run side by side on machines that have more to do: what they are about is not how prompt those are.
  process.env['LOAD_LATENESS_LIMIT'] ??= '100';
  try {
    const k6 = await findK6({
      environment: process.env,
      say: (line) => {
        console.log(line);
      },
    });
    process.env['K6_BINARY'] = k6.path;
  } catch (error) {
    console.error((error as Error).message);
  }
}
