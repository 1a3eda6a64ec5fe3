import { agent } from './pactum-setup';
import { sendPatch } from './send-patch';
import { changedRooms } from './state/known-state';
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
  for (const { room, value } of changedRooms()) {
    const body = { established_dialogue: value };
    await sendPatch({ room, body }, { obligation: '200/status', statuses: [200] });
  }
}
