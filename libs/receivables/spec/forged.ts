import { createHash } from 'node:crypto';
import { chain } from '@quittance/event-store';
import { ExportedTotals } from '../src/audit-export/exported-totals.js';
import { MONEY } from '../src/features.js';
import type { Line } from './audited.js';

/** Links and hashes again all that the tamperer changed, counts and hashes the file: all but the signature. */
export function forged(changed: readonly Line[], manifestWas: Line): Line[] {
  const hashes = new Map<string, string>();
  const ends = new Map<string, Line>();
  const log = { facts: 0, streams: 0, hash: '' };
  const linked = changed.map((line): Line => {
    if (line.kind === 'head')
      return { ...line, facts: `${log.facts}`, streams: `${log.streams}`, hash: log.hash };
    if (line.kind !== 'fact') return line;
    const stream = line.stream!;
    const before = ends.get(stream);
    const revision = before ? BigInt(before.last as string) + 1n : 0n;
    const end = { revision: before ? revision - 1n : ('none' as const), hash: hashes.get(stream) ?? null };
    const [fact] = chain(stream, end, [line as never]);
    hashes.set(stream, fact!.metadata.hash);
    const first = before?.before === undefined ? null : before.before;
    ends.set(stream, {
      kind: 'stream',
      stream,
      first: '0',
      last: `${revision}`,
      facts: `${revision + 1n}`,
      before: first,
      hash: fact!.metadata.hash,
    });
    if (!stream.startsWith('log-heads-')) {
      log.facts += 1;
      if (!before) log.streams += 1;
      log.hash = createHash('sha256')
        .update(log.hash + fact!.metadata.hash)
        .digest('hex');
    }
    return { ...line, revision: `${revision}`, metadata: fact!.metadata };
  });
  const streams = linked.flatMap(({ kind, stream }) => (kind === 'stream' ? (ends.get(stream!) ?? []) : []));
  const totals = new ExportedTotals(MONEY);
  for (const line of linked) if (line.kind === 'fact') totals.add(line as never);
  const sums = totals.totals().map((total): Line => ({ kind: 'total', ...total }));
  const from = (kinds: RegExp) => linked.filter(({ kind }) => kinds.test(kind));
  const body = [...from(/header|fact|head/), ...streams, ...sums, ...from(/type|metadata|table/)];
  const bytes = body.map((line) => `${JSON.stringify(line)}\n`).join('');
  const manifest = {
    ...manifestWas,
    lines: `${body.length}`,
    facts: `${body.filter(({ kind }) => kind === 'fact').length}`,
    streams: `${body.filter(({ kind }) => kind === 'stream').length}`,
    macs: `${body.filter(({ metadata }) => metadata?.mac !== undefined).length}`,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
  return [...body, manifest];
}
