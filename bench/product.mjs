// The built product, as its own processes load it: the bench times what is shipped.
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
export const built = (path) => join(root, 'dist', path);

const require = createRequire(join(root, 'package.json'));
require('reflect-metadata');

/** A library of the product: `lib('kernel')`. */
export const lib = (name) => require(built(`libs/${name}/src/index.js`));
export const { Client, Pool } = require('pg');
export const { request, Agent } = require('undici');
