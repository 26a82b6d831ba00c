// Lets Node run our TypeScript as it lies there, for specs that need a part as a process of its own:
// fork(main, { execArgv: ['-r', this file] }).
require('./typescript.js');
const { readFileSync } = require('node:fs');
const { transformSync } = require('@swc/core');
const { transform } = require('../../jest.config.js');

const [, options] = Object.values(transform)[0];
require.extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, 'utf8'), { ...options, filename });
  module._compile(code, filename);
};
