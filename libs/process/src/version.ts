import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The release, as the package says it: from the sources and from what is built and shipped alike. */
export function productVersion(from = __dirname): string {
  const file = join(from, 'package.json');
  if (existsSync(file)) {
    const { name, version } = JSON.parse(readFileSync(file, 'utf8')) as { name?: string; version?: string };
    if (name === 'quittance' && version) return version;
  }
  return dirname(from) === from ? 'unknown' : productVersion(dirname(from));
}
