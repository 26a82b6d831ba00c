import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

export default defineConfig(
  { ignores: ['dist/', 'data/', 'node_modules/', '**/*.js', '**/*.cjs', 'apps/web/src/api/schema.d.ts'] },
  js.configs.recommended,
  { files: ['**/*.{ts,tsx}'], extends: [tseslint.configs.recommendedTypeChecked] },
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'off',
      '@typescript-eslint/require-await': 'off',
      'no-duplicate-imports': ['error', { allowSeparateTypeImports: true }],
      'max-lines': ['error', { max: 250, skipBlankLines: false, skipComments: false }],
    },
  },
  {
    files: ['apps/web/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
    // Says what React's compiler would leave out; it is not used here.
    rules: { 'react-hooks/incompatible-library': 'off' },
  },
  {
    // Scripts, benches and the auditors' verifier: plain JavaScript of Node.
    files: ['**/*.mjs'],
    languageOptions: {
      globals: Object.fromEntries(
        ['process', 'console', 'Buffer', 'URL', 'fetch', 'performance', 'AbortController', 'AbortSignal']
          .concat(['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'setImmediate'])
          .map((name) => [name, 'readonly']),
      ),
    },
    rules: { 'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }] },
  },
  {
    // A manifest loads what it brings to the API when that is asked for (docs/decisions/0065).
    files: ['**/*.feature.ts'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    // Decisions are pure: the time, the ids and every amount come in as input (docs/architecture.md).
    files: ['**/*.decider.ts', '**/*.stream.ts', '**/*.events.ts'],
    rules: {
      'no-restricted-globals': ['error', 'Date', 'process', 'fetch', 'setTimeout', 'crypto'],
      'no-restricted-properties': ['error', { object: 'Math', property: 'random' }],
      'no-restricted-syntax': [
        'error',
        { selector: ':function[async=true]', message: 'A decider is synchronous.' },
        { selector: 'AwaitExpression', message: 'A decider is synchronous.' },
        { selector: "CallExpression[callee.name='Number']", message: 'Money never passes through a float.' },
        {
          selector: "CallExpression[callee.name='parseFloat']",
          message: 'Money never passes through a float.',
        },
      ],
    },
  },
);
