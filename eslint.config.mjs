import eslint from '@eslint/js';
import jest from 'eslint-plugin-jest';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
  globalIgnores(['.cache', 'reports/runs', 'load/dist', 'schemas/generated']),
  eslint.configs.recommended,
  {
    files: ['**/*.mjs', '**/*.cjs'],
    languageOptions: {
      globals: {
        console: 'readonly',
        process: 'readonly',
        URL: 'readonly',
        module: 'writable',
        __filename: 'readonly',
        require: 'readonly',
      },
    },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      // A forgotten await of Pactum's spec() would pass silently: it is a thenable, not a promise.
      '@typescript-eslint/no-floating-promises': ['error', { checkThenables: true }],
      // Numbers in templates are plain to read, and String() around each of them is not.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  {
    // obligation() is the contracts' own kind of test, with its title and its expectations inside.
    files: ['contracts/support/obligation.ts'],
    plugins: { jest },
    rules: { 'jest/expect-expect': 'off', 'jest/valid-title': 'off' },
  },
  {
    files: ['**/*.test.ts', '**/*.test.tsx', '**/*.spec.ts'],
    extends: [jest.configs['flat/recommended']],
    rules: { 'jest/valid-title': ['error', { ignoreTypeOfDescribeName: true }] },
  },
);
