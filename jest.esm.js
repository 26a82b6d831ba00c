// Jest on Node < 24.9 cannot require() an ES module: have SWC turn the ESM-only packages into CommonJS for the tests.
// The list comes from what is installed (nested copies included), so nobody has to keep it by hand.
const { existsSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

const { packages } = JSON.parse(readFileSync(join(__dirname, 'package-lock.json'), 'utf8'));
const names = new Set();
for (const path of Object.keys(packages)) {
  const file = join(__dirname, path, 'package.json');
  if (!path.includes('node_modules/') || !existsSync(file)) continue;
  if (JSON.parse(readFileSync(file, 'utf8')).type === 'module') names.add(path.split('node_modules/').pop());
}
exports.transformIgnorePatterns = [`/node_modules/(?!(?:.*/node_modules/)?(?:${[...names].join('|')})/)`];
