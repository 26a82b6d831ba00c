const root = require('../../jest.config.js');

/** @type {import('jest').Config} */
module.exports = {
  ...root,
  rootDir: '../..',
  roots: ['<rootDir>/test/web'],
  testPathIgnorePatterns: ['/node_modules/'],
  reporters: ['default'], // the budgets are of suites that run side by side
  testTimeout: 120_000,
  maxWorkers: 1, // a browser and its server fill two cores
};
