// The import of a file of invoices or receipts: reading it, and sending what its rows say through an API.
export type { Answer, Poster } from './answer.js';
export { type Ended, FileImport } from './file-import.js';
export { invoicesFile } from './invoices/invoice-kind.js';
export type { Added, FileKind } from './kind.js';
export { type Limit, limitOf, STANDARD_LIMIT } from './limit.js';
export { type Note, NOTES } from './note.js';
export type { ImportOptions } from './options.js';
export { receiptsFile } from './receipts/receipt-kind.js';
export type { Totals } from './run.js';
export { suggestionFor } from './suggest.js';
export { Unusable } from './unusable.js';
