import { Command } from 'commander';
import { businessDate } from '../arguments.js';
import type { ExportOptions } from './export-to-file.js';

export const exportAuditCommand = (): Command =>
  new Command('export-audit')
    .description('Write facts with what proves them to a file that a stranger can verify')
    .argument('<file>', 'NDJSON; packed when it ends in .gz')
    .option('--invoice <number>', 'the streams of one invoice, its payments and its customer')
    .option('--customer <id>', 'the streams of one customer, their invoices and payments')
    .option('--from <date>', 'recorded on this day or later', businessDate)
    .option('--to <date>', 'recorded on this day or before', businessDate)
    .option(
      '--lost-mac-key <id>',
      'facts with a MAC by this key, whose secret was lost, are let through; may be given again',
      (id: string, ids: string[] = []) => [...ids, id],
    )
    .option('--overwrite', 'replace a file of that name')
    .option('--json', 'one line of JSON')
    .addHelpText(
      'after',
      `
Reads the event store itself, not its mirror; on DATABASE_URL and EVENTSTORE_URL, or the embedded stores while they run.
AUDIT_SIGNING_KEY names the file of an Ed25519 key outside DATA_DIR.
Format and verifier: docs/audit-export.md.

Example (the first line once; ~/audit-public.pem is for whoever verifies):
  openssl genpkey -algorithm ed25519 -out ~/audit-key.pem
  openssl pkey -in ~/audit-key.pem -pubout -out ~/audit-public.pem
  AUDIT_SIGNING_KEY=~/audit-key.pem npm run -s quittance -- export-audit ~/audit.ndjson.gz
  node apps/cli/verify/verify-audit.mjs ~/audit.ndjson.gz --public-key ~/audit-public.pem`,
    )
    .action(async (file: string, options: ExportOptions) => {
      const { exportToFile } = await import('./export-to-file.js');
      await exportToFile(file, options);
    });
