import { readFileSync } from 'node:fs';

// Prints "N passed, N failed" from Jest's own results. A failure that Jest does not know of (an
// install, a static check, a crash) counts as one.
const status = Number(process.argv[2]);
let passed = 0;
let failed = 0;
try {
  const results = JSON.parse(readFileSync(new URL('../.cache/jest-results.json', import.meta.url), 'utf8'));
  passed = results.numPassedTests;
  failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
} catch {
  // Jest never ran: the status says so.
}
if (status !== 0 && failed === 0) failed = 1;
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = status === 0 && failed === 0 && passed > 0 ? 0 : 1;
