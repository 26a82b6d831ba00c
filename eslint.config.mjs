import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
  { ignores: ['dist/', 'data/', 'node_modules/', '**/*.js', '**/*.cjs'] },
  js.configs.recommended,
  { files: ['**/*.ts'], extends: [tseslint.configs.recommendedTypeChecked] },
  {
    files: ['**/*.ts'],
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
