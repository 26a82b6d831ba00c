// `npm start`: brings the build up to date, then runs everything in this process, so that signals reach it directly.
import { createRequire } from 'node:module';
import { build } from './build.mjs';

await build();
createRequire(import.meta.url)('../dist/apps/standalone/src/main.js');
