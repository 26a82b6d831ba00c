// node bench/profile.mjs FILE.cpuprofile...: where a process spent its time, by package and by function (self time).
import { readFileSync } from 'node:fs';
import { table } from './report.mjs';

for (const file of process.argv.slice(2)) {
  const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(file, 'utf8'));
  const self = new Map();
  samples.forEach((id, i) => self.set(id, (self.get(id) ?? 0) + timeDeltas[i] / 1000));
  const [packages, functions] = [new Map(), new Map()];
  let busy = 0;
  for (const { id, callFrame } of nodes) {
    const ms = self.get(id) ?? 0;
    if (callFrame.functionName === '(idle)' || callFrame.functionName === '(program)') continue;
    busy += ms;
    const from = packageOf(callFrame.url) || callFrame.functionName;
    add(packages, from, ms);
    add(functions, `${from} ${callFrame.functionName || '(anonymous)'}:${callFrame.lineNumber + 1}`, ms);
  }
  const rows = (map, most) =>
    [...map]
      .sort((a, b) => b[1] - a[1])
      .slice(0, most)
      .map(([what, ms]) => [what, ms.toFixed(0), ((100 * ms) / busy).toFixed(1)]);
  const columns = (what) => [what, 'ms', '%'];
  process.stdout.write(`\n${file}: ${busy.toFixed(0)} ms busy\n\n`);
  process.stdout.write(`${table(columns('package'), rows(packages, 25))}\n\n`);
  process.stdout.write(`${table(columns('function'), rows(functions, 40))}\n`);
}

function add(map, key, ms) {
  map.set(key, (map.get(key) ?? 0) + ms);
}

/** `node:net`, `@grpc/grpc-js`, or the path within the product. */
function packageOf(url) {
  const inside = url.split('node_modules/').at(-1);
  if (url.includes('node_modules/')) return /^(@[^/]+\/[^/]+|[^/]+)/.exec(inside)[1];
  return url.startsWith('node:') ? url : url.replace(/^.*\/(dist|bench)\//, '');
}
