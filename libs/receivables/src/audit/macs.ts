import type { EventStore, MacJudge, MacKeys, MacVerdict, RecordedFact } from '@quittance/event-store';
import { logHeadStream } from '../streams.js';

/** What MACs are checked by. */
export interface MacsDue {
  judge: MacJudge;
  /** Every fact after this position has a MAC; undefined: none has to have one yet. */
  after: bigint | undefined;
}

/** The facts MacBegun of the log. Who forges one can move the beginning to an earlier place, never to a later one. */
export interface MacsBegun {
  /** Position of the first one that Quittance wrote, or may have written with a key that is lost. */
  after: bigint | undefined;
  /** One is by a key of ours. */
  right: boolean;
  /** Those before it that are not. */
  forged: number;
}

/** What the log and PostgreSQL say; the earlier beginning counts, should somebody have taken one away. */
export async function macsDue(
  keys: Pick<MacKeys, 'known'>,
  store: EventStore,
  entity: string,
): Promise<MacsDue> {
  const { judge, begunAt } = await keys.known();
  const { after } = await macsBegun(store, entity, judge);
  return {
    judge,
    after: after === undefined || (begunAt !== undefined && begunAt < after) ? begunAt : after,
  };
}

export async function macsBegun(store: EventStore, entity: string, judge: MacJudge): Promise<MacsBegun> {
  const begun: MacsBegun = { after: undefined, right: false, forged: 0 };
  for await (const fact of store.read(logHeadStream(entity))) {
    if (fact.type !== 'MacBegun') continue;
    const verdict = judge.of(fact);
    if (verdict === 'right' || verdict === 'unknown key') begun.after ??= fact.position.commit;
    if (verdict === 'right') return { ...begun, right: true };
    begun.forged += 1;
  }
  return begun;
}

/** Undefined: it is as it must be. A MAC that is there must be right, wherever it stands. */
export function wrongMac({ judge, after }: MacsDue, fact: RecordedFact): MacVerdict | undefined {
  const verdict = judge.of(fact);
  if (verdict === 'right') return undefined;
  if (verdict !== 'none' || fact.type === 'MacBegun') return verdict;
  return after !== undefined && fact.position.commit > after ? verdict : undefined;
}

/** A wrong verdict in words, with the place. */
export function macFinding(fact: RecordedFact, verdict: MacVerdict): string {
  const { stream, revision, type, position } = fact;
  return `${stream}, revision ${revision}: ${type} at position ${position.commit} ${WORDS[verdict](fact)}`;
}

const WORDS: Record<MacVerdict, (fact: RecordedFact) => string> = {
  right: () => 'has the MAC of Quittance',
  none: () => 'has no MAC: it did not come from Quittance',
  wrong: () => 'has a MAC that is not its own: it did not come from Quittance like this',
  'unknown key': ({ metadata }) =>
    `has a MAC by the key ${metadata.mac?.key}, which vault.secrets does not hold`,
};

/** Facts whose MAC names a key that is lost, or never was: so many, and the first of them. */
export interface UnknownMacKey {
  key: string;
  facts: number;
  first: string[];
}

const MOST_NAMED = 3;

/** What MACs say of some facts. Those by one unknown key are one finding: a lost key must not hide anything else. */
export class MacFindings {
  facts = 0;
  private readonly unknown = new Map<string, UnknownMacKey>();

  constructor(private readonly due: MacsDue) {}

  /** What is wrong with the fact, unless it is but an unknown key. */
  of(fact: RecordedFact): string | undefined {
    if (fact.metadata.mac !== undefined) this.facts += 1;
    const verdict = wrongMac(this.due, fact);
    if (verdict === undefined) return undefined;
    if (verdict !== 'unknown key') return macFinding(fact, verdict);
    const { key } = fact.metadata.mac!;
    const found = this.unknown.get(key) ?? { key, facts: 0, first: [] };
    this.unknown.set(key, found);
    found.facts += 1;
    if (found.first.length < MOST_NAMED) found.first.push(macFinding(fact, verdict));
    return undefined;
  }

  get unknownKeys(): UnknownMacKey[] {
    return [...this.unknown.values()];
  }
}
