const { randomInt } = require('node:crypto');
const root = require('../../jest.config.js');

// One seed a run, the same in every worker: each spec draws its histories and its places from it.
process.env.FAULTS_SEED ||= String(randomInt(1, 2 ** 31));

/** @type {import('jest').Config} */
module.exports = {
  ...root,
  rootDir: '../..',
  roots: ['<rootDir>/test/faults'],
  testPathIgnorePatterns: ['/node_modules/'],
  reporters: [...root.reporters, '<rootDir>/test/faults/support/seed-reporter.js'],
  testTimeout: 240_000,
  maxWorkers: 3, // of two cores: they wait most of the time, for leases, silence and processes that start
};
