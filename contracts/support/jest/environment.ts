import NodeEnvironment from 'jest-environment-node';
import * as pactum from 'pactum';

import * as judgeAnswer from '../judge/judge-answer';

/** What Jest loads once a run: the spec files find it under this name among their globals. */
const modulesOfTheRun = { pactum, judgeAnswer };

/**
 * Jest's environment of Node, and in it the modules that keep nothing from one spec file to the next. Jest loads everything anew
 * for every spec file, which for these two, with ajv behind them, took a third of the run.
 */
export default class SpecEnvironment extends NodeEnvironment {
  override async setup(): Promise<void> {
    await super.setup();
    this.global['modulesOfTheRun'] = modulesOfTheRun;
  }
}
