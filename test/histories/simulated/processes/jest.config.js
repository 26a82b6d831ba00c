const root = require('../../../../jest.config.js');

/** @type {import('jest').Config} */
module.exports = {
  ...root,
  rootDir: '../../../..',
  roots: ['<rootDir>/test/histories/simulated'],
  testPathIgnorePatterns: ['/node_modules/'],
};
