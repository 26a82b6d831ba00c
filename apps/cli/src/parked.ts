import { randomUUID } from 'node:crypto';
import type { ParkedStream, ReleaseResult } from '@quittance/receivables';
import { Command } from 'commander';
import { bodyOf } from './client.js';
import { connect } from './connect.js';
import { EXIT, usage } from './exit.js';
import { printLine } from './terminal.js';

const list = (): Command =>
  new Command('list')
    .description('What waits, since when, why, and what reports leave out; exit 1 when anything does')
    .option('--json', 'one line of JSON')
    .addHelpText(
      'after',
      `
Example:
  npm run -s quittance -- parked list`,
    )
    .action(async ({ json }: { json?: boolean }) => {
      const api = await connect(['auditor']);
      try {
        const parked = bodyOf<{ items: ParkedStream[]; total: number }>(
          await api.get('/v1/parked?limit=500'),
        );
        process.exitCode = parked.total > 0 ? EXIT.found : EXIT.done;
        if (json) return await printLine(JSON.stringify(parked));
        if (parked.total === 0) return await printLine('nothing is parked');
        for (const line of parked.items.flatMap(explained)) await printLine(line);
        if (parked.total > parked.items.length)
          await printLine(`${parked.total} in all; the oldest are shown`);
      } finally {
        await api.close();
      }
    });

interface ReleaseOptions {
  stream?: string[];
  all?: true;
  reason?: string;
  json?: boolean;
}

const release = (): Command =>
  new Command('release')
    .description('Let parked streams go on after a fix; exit 1 when one stays parked')
    .option('--stream <name...>', 'streams by name, as the list shows them')
    .option('--all', 'all of them')
    .option('--reason <words>', 'why; kept for ever with who asked, so it must name nobody')
    .option('--json', 'one line of JSON')
    .addHelpText(
      'after',
      `
Their facts are projected from where they stopped, by the API's own version: start it with the fix first, as the
projector, which tries all of them at its start by itself. Releasing twice does no harm.

Example:
  npm run -s quittance -- parked release --all --reason "the constraint is gone"`,
    )
    .action(async ({ stream, all, reason, json }: ReleaseOptions) => {
      if ((stream === undefined) === (all === undefined)) throw usage('release: --stream NAME, or --all');
      const api = await connect(['manager'], { patienceMs: 30_000 });
      try {
        const body = { ...(stream ? { streams: stream } : { all }), reason };
        const answer = await api.post('/v1/parked/releases', `release-${randomUUID()}`, body);
        const { released, parked } = bodyOf<ReleaseResult>(answer, {
          '/streams': '--stream',
          '/all': '--all',
          '/reason': '--reason',
        });
        process.exitCode = parked.length > 0 ? EXIT.found : EXIT.done;
        if (json) return await printLine(JSON.stringify({ released, parked }));
        for (const { projection, stream: name } of released)
          await printLine(`released  ${name} in ${projection}`);
        if (released.length === 0 && parked.length === 0) await printLine('nothing was parked');
        for (const line of parked.flatMap(explained)) await printLine(line);
      } finally {
        await api.close();
      }
    });

export const parkedCommand = (): Command =>
  new Command('parked')
    .description('Parked streams: those with a fact that a projection could not take')
    .addCommand(list(), { isDefault: true })
    .addCommand(release())
    .addHelpText(
      'after',
      `
Example:
  npm run -s quittance -- parked`,
    );

/** One parked stream in a few lines. */
function explained(parked: ParkedStream): string[] {
  const { projection, stream, revision, position, type, error, since, number, customerId, waiting } = parked;
  const of = [number && `invoice ${number}`, customerId && `customer ${customerId}`]
    .filter(Boolean)
    .join(', ');
  const lacks = parked.leftOut.map(
    ({ type: what, facts, currency, amount }) =>
      `${facts} ${what}${amount ? ` (${currency} ${amount})` : ''}`,
  );
  return [
    `${stream} in ${projection}${of ? `: ${of}` : ''}`,
    `  since    ${since}, at ${type}, revision ${revision}, position ${position}`,
    `  reason   ${error}`,
    `  waiting  ${waiting} facts; reports leave out ${lacks.join(', ') || 'nothing of an amount'}`,
  ];
}
