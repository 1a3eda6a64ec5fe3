import { agent } from './pactum-setup';
import { progressLine } from './progress/progress-line';
import { tellProgress } from './progress/tell-progress';
import { expectLastingValues } from './state/expect-lasting-values';
import { putBack } from './state/put-back';
import { keepEvidence, suite, writeEvidence } from './suite';

// Jest loads this before every spec file (setupFilesAfterEnv).

const { planned, collector } = suite;
const stopTelling =
  planned === undefined
    ? () => undefined
    : tellProgress(
        () => progressLine(collector.evidence, planned),
        // Jest makes room for what comes on this stream above the lines that it redraws.
        (line) => process.stderr.write(`${line}\n`),
      );

afterEach(keepEvidence);

afterAll(async () => {
  try {
    await expectLastingValues();
  } finally {
    await putBack();
  }
  stopTelling();
  suite.collector.evidence.complete = true;
  writeEvidence();
  agent.destroy();
});
