import type { FileKind } from '../kind.js';
import { Gathered } from './gathered.js';
import { type ImportRow, INVOICE_NEEDS } from './invoice-fields.js';
import { rowReader } from './invoice-row.js';
import { rowChecker } from './same-number.js';

/** Invoices, one a row or in several rows with a payment each; credit notes where the import was told so. */
export const invoicesFile: FileKind<ImportRow> = {
  ...INVOICE_NEEDS,
  added: ({ columns, constants }, { creditNotes }) => ({
    ...{ customers: 0, invoices: 0, payments: 0 },
    ...(creditNotes && { creditNotes: 0 }),
    ...((columns.disputed ?? constants.disputed) && { disputes: 0 }),
  }),
  reader: ({ mapping, columns }, { options, zone }) => rowChecker(rowReader(mapping, columns, zone, options)),
  gather: ({ options, zone }) =>
    new Gathered({ ...options, zone, statedAsEffective: Boolean(options.statedAsEffective) }),
};
