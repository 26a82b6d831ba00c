import type { Role } from '@quittance/kernel';

export const EVERYONE: readonly Role[] = ['clerk', 'manager', 'analyst', 'auditor', 'admin'];
/** Who reads what is said of people: the log in words, and what was refused to whom. */
export const READS_LOG: readonly Role[] = ['auditor', 'manager', 'admin', 'analyst'];
/** What an import sends. `importer` alone is enough for a history brought over, and opens nothing else. */
export const IMPORTED: readonly Role[] = ['clerk', 'manager', 'importer'];
/** What an import looks up: whether what is there already is the same, and how far it is projected. */
export const LOOKED_UP: readonly Role[] = [...EVERYONE, 'importer'];
