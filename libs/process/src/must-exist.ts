import { accessSync, constants, statSync } from 'node:fs';
import type { Settings } from './settings.js';
import { SettingsError } from './settings-error.js';

/**
 * What settings name must be there at the start, not only when it is needed months later.
 * @throws SettingsError
 */
export function mustExist({
  analystsDir,
  auditSigningKey,
}: Pick<Settings, 'analystsDir' | 'auditSigningKey'>): void {
  if (analystsDir !== undefined) {
    const fault = faultOf(analystsDir, 'folder');
    if (fault) throw new SettingsError(`ANALYSTS_DIR: ${analystsDir} ${fault}; make it, or unset it`);
  }
  if (auditSigningKey !== undefined) {
    const fault = faultOf(auditSigningKey, 'file');
    if (fault) {
      throw new SettingsError(
        `AUDIT_SIGNING_KEY: ${auditSigningKey} ${fault}; make a key (docs/audit-export.md), or unset it`,
      );
    }
  }
}

function faultOf(path: string, kind: 'folder' | 'file'): string | undefined {
  try {
    const found = statSync(path);
    if (kind === 'folder' ? !found.isDirectory() : !found.isFile()) return `is no ${kind}`;
    accessSync(path, constants.R_OK);
    return undefined;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' ? 'does not exist' : `cannot be read (${code})`;
  }
}
