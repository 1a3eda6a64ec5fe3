type Act = () => unknown;

/** What a spec file finds as globals: as much of Jest's as the contract specs use. */
export interface SpecGlobals {
  readonly describe: (title: string, define: () => void) => void;
  readonly test: (title: string, act: Act) => void;
  readonly beforeAll: (act: Act) => void;
  readonly afterEach: (act: Act) => void;
  readonly afterAll: (act: Act) => void;
  readonly expect: { readonly getState: () => { readonly testPath: string } };
}

export interface SpecRun {
  readonly globals: SpecGlobals;
  /**
   * Runs the tests that the spec file has defined, as Jest does: one after the other in the order of their
   * definition, whatever fails. Which of them fail is of no matter: the verdict comes from the evidence.
   */
  readonly run: () => Promise<void>;
}

/** Globals for one spec file. A hook that throws rejects the run. */
export function specGlobals(testPath: string): SpecRun {
  const tests: Act[] = [];
  const afterEachTest: Act[] = [];
  const afterAllTests: Act[] = [];
  return {
    globals: {
      describe: (_title, define) => {
        define();
      },
      test: (_title, act) => tests.push(act),
      // The specs define it before the tests of its block.
      beforeAll: (act) => tests.push(act),
      afterEach: (act) => afterEachTest.push(act),
      afterAll: (act) => afterAllTests.push(act),
      expect: { getState: () => ({ testPath }) },
    },
    run: async () => {
      for (const act of tests) await settled(act);
      // Once is enough: the suite writes its evidence there, each time over the one before, for runs that are killed.
      for (const act of [...afterEachTest, ...afterAllTests]) await act();
    },
  };
}

async function settled(act: Act): Promise<void> {
  try {
    await act();
  } catch {
    // A failing test, which the evidence explains.
  }
}
