import { agent } from './pactum-setup';
import { sendPatch } from './send-patch';
import { touchedRooms } from './state/known-state';
import { suite, writeEvidence } from './suite';

// Jest loads this before every spec file (setupFilesAfterEnv).

afterEach(writeEvidence);

afterAll(async () => {
  await putBack();
  suite.collector.evidence.complete = true;
  writeEvidence();
  agent.destroy();
});

/** Gives every chatroom the value back that it had when this file first read it. */
async function putBack(): Promise<void> {
  const left = [];
  for (const changed of touchedRooms()) {
    const body = { established_dialogue: changed.value };
    const exchange = await sendPatch({ room: changed, body }, { obligation: '200/status', statuses: [200] });
    if (exchange.response?.status !== 200) left.push(changed);
  }
  suite.collector.evidence.changedRooms = left;
}
