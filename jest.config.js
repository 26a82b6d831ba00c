/** @type {import('jest').Config} */
module.exports = {
  // Packages are Node's business, loaded once a worker; our own modules are evaluated anew for each file (decision 0059).
  testEnvironment: '<rootDir>/test/support/one-realm/environment.js',
  runtime: '<rootDir>/test/support/one-realm/runtime.js',
  testSequencer: '<rootDir>/test/support/longest-first.js',
  reporters: ['default', '<rootDir>/test/support/budget-reporter.js'],
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts'],
  testPathIgnorePatterns: [
    '/node_modules/',
    '<rootDir>/dist/',
    '<rootDir>/test/faults/',
    '<rootDir>/test/web/',
    '<rootDir>/test/histories/simulated/processes/',
  ],
  moduleFileExtensions: ['ts', 'js', 'json', 'node'],
  moduleNameMapper: {
    '^@quittance/([^/]+)$': '<rootDir>/libs/$1/src',
    '^@quittance/([^/]+)/([^/]+)$': '<rootDir>/libs/$1/src/$2',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  globalSetup: '<rootDir>/test/support/global-setup.js',
  globalTeardown: '<rootDir>/test/support/global-teardown.js',
  testTimeout: 60_000,
  maxWorkers: 3, // of two cores: a quarter of the time they wait, for processes that start, leases and disks
  transform: {
    '^.+\\.(ts|js|mjs)$': [
      '@swc/jest',
      {
        swcrc: false,
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          keepClassNames: true,
        },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
};
