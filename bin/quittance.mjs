#!/usr/bin/env node
// The command line `quittance`: brings the build up to date, then runs it in this process.
import { createRequire } from 'node:module';
import { build } from '../scripts/build.mjs';

await build();
createRequire(import.meta.url)('../dist/apps/cli/src/main.js');
