// npm run check: types, lint, format, import rules and spelling, as many at once as there are cores. Each says what it found when it is done; one that finds
// something makes the whole fail.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
/** The longest first. */
const CHECKS = ['lint:rules', 'typecheck', 'lint:format', 'imports', 'spelling'];

function run(name) {
  const began = Date.now();
  const child = spawn('npm', ['run', '-s', name], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const out of [child.stdout, child.stderr]) out.on('data', (text) => (said += text));
  return new Promise((done) => {
    child.on('close', (code) => {
      const seconds = ((Date.now() - began) / 1000).toFixed(0);
      process.stdout.write(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)\n${said}`);
      done(code === 0);
    });
  });
}

const waiting = [...CHECKS];
const passed = [];
async function work() {
  for (let name = waiting.shift(); name; name = waiting.shift()) passed.push(await run(name));
}
await Promise.all(Array.from({ length: availableParallelism() }, work));
process.exitCode = passed.every(Boolean) ? 0 : 1;
