import {
  type EventStore,
  headAfter,
  type LogHead,
  type MacKeys,
  mustBeWhole,
  type Position,
  type RecordedFact,
} from '@quittance/event-store';
import { endOfDay, Rejection, startOfDay } from '@quittance/kernel';
import { SettingsError } from '@quittance/process';
import { recordedAt } from '@quittance/read-model';
import { macsDue } from '../audit/macs.js';
import { asToday, legsOf, MONEY, PROJECTIONS } from '../features.js';
import { AuditFile } from './audit-file.js';
import { FACT_DICTIONARY, METADATA_DICTIONARY } from './dictionary.js';
import { ExportedMacs } from './exported-macs.js';
import { ExportedTotals, howSummed } from './exported-totals.js';
import { MalformedFactError, placeOf } from './malformed-fact.js';
import { RecordedHeads } from './recorded-heads.js';
import { logUpTo, type Selection, streamsOf } from './selection.js';
import type { SigningKey } from './signing-key.js';
import { StreamEnds } from './stream-ends.js';

export interface ExportAuditOptions {
  store: EventStore;
  entity: string;
  /** IANA zone: days of the selection are its days. */
  timeZone: string;
  key: SigningKey;
  /** Keys of MACs, and the ids of those that were lost with their secret: facts that name them are let through. */
  macKeys: Pick<MacKeys, 'known'>;
  lostMacKeys?: readonly string[];
  path: string;
  overwrite?: boolean;
  selection: Selection;
  now: Date;
  progress?: (facts: number) => void;
  signal?: AbortSignal;
  /** Ends of streams held in memory; others take another reading of the log. */
  most?: number;
}

export interface ExportedAudit {
  lines: number;
  facts: number;
  streams: number;
  /** Facts with a MAC. */
  macs: number;
  fingerprint: string;
}

/** The format in docs/audit-export.md; a change of it is a new number. */
const FORMAT = { format: 'quittance-audit', version: 1 } as const;

/**
 * Writes facts as the store holds them, with what proves them, to a file that a stranger can verify. Every fact is
 * verified on the way. Memory does not grow with the log; the file gets its name when it is whole.
 * @throws ChainBrokenError, MacError, MalformedFactError, LogHeadError, UnreadableLogError: then nothing is written;
 *   FileTakenError; Rejection for a selection of nothing that is known; SettingsError when the log is of another entity
 */
export async function exportAudit(options: ExportAuditOptions): Promise<ExportedAudit> {
  const { from, to } = options.selection;
  if (from && to && from > to) throw Rejection.invalid('from-after-to', `--from ${from} is after --to ${to}`);
  const file = new AuditFile(options.path, options.overwrite ?? false);
  try {
    const exported = await new Export(options, file).run();
    await file.finish();
    return exported;
  } catch (error) {
    await file.discard();
    throw error;
  }
}

class Export {
  private readonly totals = new ExportedTotals(MONEY);
  private macs!: ExportedMacs;
  private head: LogHead | undefined;
  private facts = 0;
  private streams = 0;

  constructor(
    private readonly options: ExportAuditOptions,
    private readonly file: AuditFile,
  ) {}

  async run(): Promise<ExportedAudit> {
    const { store, entity, timeZone, key, selection, now } = this.options;
    const through = (await store.end()) ?? { commit: 0n, prepare: 0n };
    const about = {
      entity,
      timeZone,
      createdAt: now.toISOString(),
      selection,
      through: String(through.commit),
      sums: howSummed(MONEY.controls),
    };
    const { macKeys, lostMacKeys } = this.options;
    this.macs = new ExportedMacs(await macsDue(macKeys, store, entity), new Set(lostMacKeys));
    await this.file.write({ kind: 'header', ...FORMAT, ...about });
    const chosen = await streamsOf(store, entity, selection, through);
    const ends = await this.writeFacts(chosen, through);
    await this.writeEnds(ends, chosen, through);
    for (const total of this.totals.totals()) await this.file.write({ kind: 'total', ...total });
    await this.writeDictionary();
    const counts = { facts: String(this.facts), streams: String(this.streams), ...this.macs.totals };
    const manifest = { kind: 'manifest', ...FORMAT, ...about, lines: String(this.file.lines), ...counts };
    await this.file.write(key.sign({ ...manifest, sha256: await this.file.sha256() }));
    const { facts, streams } = this;
    return { lines: this.file.lines, facts, streams, macs: this.macs.facts, fingerprint: key.fingerprint };
  }

  private async writeFacts(chosen: ReadonlySet<string> | undefined, through: Position): Promise<StreamEnds> {
    const ends = new StreamEnds(this.options.most ?? 500_000, this.options.selection.from === undefined);
    const recorded = await RecordedHeads.of(this.options.store, this.options.entity, through);
    const whole = isEverything(this.options.selection);
    for await (const { fact, inDays } of this.withDays(through)) {
      mustBeWhole(fact);
      this.macs.mustBeOurs(fact);
      this.mustBeOfTheEntity(fact);
      this.head = headAfter(this.head, fact);
      if (inDays && (!chosen || chosen.has(fact.stream))) {
        ends.follow(fact);
        this.totals.add(fact);
        this.macs.add(fact);
        await this.file.write({ ...lineOf(fact), ...legsLine(fact) });
        this.facts += 1;
      }
      recorded.mustAgree(fact);
      if (recorded.has(fact, this.head) && whole) await this.writeHead();
    }
    recorded.mustAllBeThere();
    // For the whole log, also when only a part of it is exported.
    if (this.head) await this.writeHead();
    return ends;
  }

  /** The log with whether each fact was recorded in the days asked for, by the running maximum of the clock. */
  private async *withDays(through: Position): AsyncGenerator<{ fact: RecordedFact; inDays: boolean }> {
    const { store, timeZone, selection, progress, signal } = this.options;
    const from = selection.from && startOfDay(selection.from, timeZone).getTime();
    const until = selection.to && endOfDay(selection.to, timeZone).getTime();
    let latest = -Infinity;
    let read = 0;
    for await (const fact of logUpTo(store, through)) {
      signal?.throwIfAborted();
      const recorded = recordedAt(fact).getTime();
      if (Number.isNaN(recorded)) throw new MalformedFactError(fact, 'when it was recorded is no instant');
      latest = Math.max(latest, recorded);
      yield { fact, inDays: (!from || latest >= from) && (!until || latest < until) };
      read += 1;
      if (read % 1_000 === 0) progress?.(read);
    }
    progress?.(read);
  }

  private async writeEnds(
    first: StreamEnds,
    chosen: ReadonlySet<string> | undefined,
    through: Position,
  ): Promise<void> {
    for (let part = 0; part < first.parts; part += 1) {
      const ends = part === 0 ? first : first.other(part);
      if (part > 0) {
        for await (const { fact, inDays } of this.withDays(through)) {
          if (inDays && (!chosen || chosen.has(fact.stream))) ends.follow(fact);
        }
      }
      for (const [stream, end] of ends) {
        const { hash, before } = end;
        const numbers = { first: String(end.first), last: String(end.last), facts: String(end.facts) };
        await this.file.write({ kind: 'stream', stream, ...numbers, before, hash });
        this.streams += 1;
      }
    }
  }

  private async writeHead(): Promise<void> {
    const { position, facts, streams, hash } = this.head!;
    const numbers = { position: String(position.commit), facts: String(facts), streams: String(streams) };
    await this.file.write({ kind: 'head', ...numbers, hash });
  }

  private async writeDictionary(): Promise<void> {
    for (const [type, entry] of Object.entries(FACT_DICTIONARY))
      await this.file.write({ kind: 'type', type, ...entry });
    await this.file.write({ kind: 'metadata', fields: METADATA_DICTIONARY });
    for (const { name: projection, tables } of PROJECTIONS) {
      for (const { name, comment, key, columns } of tables) {
        await this.file.write({ kind: 'table', table: `live.${name}`, projection, comment, key, columns });
      }
    }
  }

  /** Under another name the file would be no account of this log, and its heads would not be found. */
  private mustBeOfTheEntity(fact: RecordedFact): void {
    const { entity } = this.options;
    if (fact.metadata.entity === entity) return;
    throw new SettingsError(`LEGAL_ENTITY: ${entity}, but ${placeOf(fact)} is of ${fact.metadata.entity}`);
  }
}

const isEverything = (selection: Selection): boolean =>
  Object.values(selection).every((value) => value === undefined);

/** What the fact moves, for those who add up without knowing its type; no part of what is hashed. */
function legsLine(fact: RecordedFact): { legs?: object[] } {
  const legs = legsOf(asToday(fact)).filter(({ amount }) => !amount.isZero);
  if (legs.length === 0) return {};
  return {
    legs: legs.map(({ account, kind, amount, on, party, invoice, document }) => ({
      ...{ account, kind, currency: amount.currency, amount: amount.toString(), on, party },
      ...(invoice !== undefined && { invoice }),
      ...(document !== undefined && { document }),
    })),
  };
}

/** A fact exactly as it is stored. */
const lineOf = ({
  position,
  stream,
  revision,
  id,
  type,
  recordedAt: at,
  data,
  metadata,
}: RecordedFact): object => ({
  kind: 'fact',
  position: String(position.commit),
  stream,
  revision: String(revision),
  id,
  type,
  recordedAt: at.toISOString(),
  data,
  metadata,
});
