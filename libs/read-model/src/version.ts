import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AnyProjection } from './projection.js';

/** The version that the tables of a projection have before they were ever built. */
export const NEEDS_REBUILD = 'unbuilt';

/**
 * Of the projection's code, SQL and all that it imports, taken at build (scripts/projection-versions.mjs); another
 * version means that its rows may come out otherwise. A projection that was not built with us (an analyst's, a
 * test's) has that of its tables and handlers.
 */
export const versionOf = (projection: AnyProjection): string =>
  built()[projection.name] ?? ofHandlers(projection);

let versions: Record<string, string> | undefined;

function built(): Record<string, string> {
  if (versions) return versions;
  try {
    versions = JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, string>;
  } catch {
    versions = {};
  }
  return versions;
}

/** Only there when this file is itself built: `dist/projections.json`. */
const FILE = join(__dirname, '../../../projections.json');

function ofHandlers({ name, tables, on }: AnyProjection): string {
  const handlers = Object.entries(on).map(([type, handler]) => [
    type,
    typeof handler === 'function' ? String(handler) : 'ignored',
  ]);
  return createHash('sha256')
    .update(JSON.stringify([name, tables, handlers]))
    .digest('hex')
    .slice(0, 16);
}
