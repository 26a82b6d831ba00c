// Jest compiles what its global setup requires, but leaves finding the files to Node: `./x.js` is `./x.ts` here, and
// `@quittance/x` a folder of libs.
const { existsSync } = require('node:fs');
const Module = require('node:module');
const { dirname, join, resolve } = require('node:path');

const find = Module._resolveFilename;
Module._resolveFilename = function (request, parent, ...rest) {
  const lib = /^@quittance\/([^/]+)$/.exec(request)?.[1];
  if (lib) return join(__dirname, '../../libs', lib, 'src/index.ts');
  if (/^\.{1,2}\/.*\.js$/.test(request) && parent?.filename?.endsWith('.ts')) {
    const source = resolve(dirname(parent.filename), request.replace(/\.js$/, '.ts'));
    if (existsSync(source)) return source;
  }
  return find.call(this, request, parent, ...rest);
};
