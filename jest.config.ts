/** @jest-config-loader esbuild-register */
import { availableParallelism } from 'node:os';

import type { Config } from 'jest';

/** Transpiles only: `npm run check` checks the types, once, for all files. */
const transform: Config['transform'] = {
  '\\.tsx?$': [
    'ts-jest',
    {
      diagnostics: false,
      tsconfig: {
        module: 'commonjs',
        target: 'ES2022',
        isolatedModules: true,
        esModuleInterop: true,
        resolveJsonModule: true,
        jsx: 'react-jsx',
        jsxImportSource: 'preact',
      },
    },
  ],
};

const config: Config = {
  // A limit for what hangs, not for what is slow: a busy machine must not fail a test.
  testTimeout: 120_000,
  // Much of a test's time is waiting for programs it has started: two at a time do not disturb each other.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  watchman: false,
  projects: [
    {
      displayName: 'tests',
      rootDir: __dirname,
      testMatch: ['<rootDir>/{schemas,contracts,load,reference,reports,scripts,tests}/**/*.test.{ts,tsx}'],
      modulePathIgnorePatterns: ['<rootDir>/reports/runs/'],
      globalSetup: '<rootDir>/tests/support/provide-k6.ts',
      transform,
    },
    {
      displayName: 'contracts',
      rootDir: __dirname,
      // One by one; the command line runs contracts/patch-chatroom.spec.ts, which holds them all.
      testMatch: ['<rootDir>/contracts/patch-chatroom/*.spec.ts'],
      // What the specs may import: Jest looks at no more, and at TypeScript first.
      roots: ['<rootDir>/contracts', '<rootDir>/schemas'],
      moduleFileExtensions: ['ts', 'js', 'json', 'tsx', 'node'],
      // Modules that are loaded once a run: environment.ts says why.
      testEnvironment: '<rootDir>/contracts/support/jest/environment.ts',
      moduleNameMapper: {
        '^pactum$': '<rootDir>/contracts/support/jest/pactum.cjs',
        '/judge/judge-answer$': '<rootDir>/contracts/support/jest/judge-answer.cjs',
      },
      setupFilesAfterEnv: ['<rootDir>/contracts/support/spec-file.ts'],
      transform: { '\\.ts$': '<rootDir>/contracts/support/jest/transformer.cjs' },
    },
    {
      // npm run test:kubernetes: builds a control plane, which takes ten minutes the first time.
      displayName: 'kubernetes',
      rootDir: __dirname,
      testMatch: ['<rootDir>/tests/kubernetes/cluster/*.cluster.ts'],
      globalSetup: '<rootDir>/tests/support/provide-k6.ts',
      transform,
    },
  ],
};

export default config;
