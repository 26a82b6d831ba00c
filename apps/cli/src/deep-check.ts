import { Money } from '@quittance/kernel';
import type { Aging } from './aging-answer.js';
import { agingOf } from './aging.js';
import { type ApiClient, bodyOf } from './client.js';

/** What one check looked at, and what it found. */
export interface Finding {
  check: string;
  found: string[];
}

interface Head {
  position: string;
  facts: string;
  streams: string;
  hash: string;
}

/** As `GET /v1/audit/heads` answers: with what somebody may have changed. */
interface RecordedHead extends Partial<Head> {
  stream: string;
  revision: string;
}

/** As `GET /v1/audit/verification` answers. */
interface Step {
  position: string;
  done: boolean;
  facts: number;
  head: Head | null;
  totals: Total[];
  macs: { facts: number; after: string | null; unknownKeys: UnknownKey[] };
  found: string[];
}

interface UnknownKey {
  key: string;
  facts: number;
  first: string[];
}

interface Total {
  currency: string;
  open: string;
  unapplied: string;
  pending: string;
  /** A report without any leaves it out. */
  credits?: string;
  control: string;
}

/** Facts that name an unknown key are told of in one line a key, however many steps found them. */
class Macs {
  private facts = 0;
  private after: string | null = null;
  private readonly unknown = new Map<string, UnknownKey>();

  add({ macs: { facts, after, unknownKeys } }: Step): void {
    this.facts += facts;
    this.after = after;
    for (const { key, ...more } of unknownKeys) {
      const { facts: before, first } = this.unknown.get(key) ?? { facts: 0, first: [] };
      this.unknown.set(key, {
        key,
        facts: before + more.facts,
        first: [...first, ...more.first].slice(0, 3),
      });
    }
  }

  get check(): string {
    const due = this.after === null ? 'none must have one yet' : `all must after position ${this.after}`;
    return `${this.facts} of them have a MAC (${due}), by keys of this installation`;
  }

  get found(): string[] {
    return [...this.unknown.values()].map(
      ({ key, facts, first }) =>
        `${facts} facts have a MAC by the key ${key}, which vault.secrets does not hold: ` +
        `restore it from a backup; the first: ${first.join('; ')}`,
    );
  }
}

const SUMMED = ['open', 'unapplied', 'pending', 'credits', 'control'] as const;
/** Every due date and every business date lies before it. */
const FOR_EVER = '9999-12-31';
const TOLD_EVERY_MS = 2_000;

/**
 * Verifies the whole log through the API, step by step: facts, chains, mirror, recorded heads; then what the reports
 * come to against what the facts come to.
 */
export async function* deepChecks(api: ApiClient): AsyncGenerator<Finding> {
  const report = await agingOf(api, new URLSearchParams({ asOf: FOR_EVER }));
  const log = new Log(api, BigInt(report.knownPosition));
  const { heads, wrong: wrongHeads } = await recordedHeads(api);
  let counted = wrongHeads.length;
  for (const { position, head } of heads) {
    if (position > log.end) break;
    await log.readTo(position);
    counted += 1;
    const is = log.head;
    if (is && is.hash === head.hash && is.facts === head.facts && is.streams === head.streams) continue;
    wrongHeads.push(
      `at position ${head.position}: ${head.facts} facts in ${head.streams} streams were recorded, ` +
        `${is?.facts ?? 0} in ${is?.streams ?? 0} are there, or they are others`,
    );
  }
  await log.readTo(log.end);
  const differences = log.differences(report);
  // A report knows no more than the mirror: what that lacks at its end shows on the way to where the projector is.
  await log.readTo();
  yield {
    check: `${log.facts} facts are whole, linked, and in the mirror as in the store`,
    found: log.found,
  };
  yield { check: log.macs.check, found: log.macs.found };
  yield { check: `${counted} recorded heads of the log are those of its facts`, found: wrongHeads };
  yield { check: 'totals of the reports equal the totals of the facts', found: differences };
}

/**
 * The recorded heads in the order of their positions: two reactors at once may have recorded them in another. One a
 * day, they are few. And those that state no position.
 */
async function recordedHeads(
  api: ApiClient,
): Promise<{ heads: { position: bigint; head: RecordedHead }[]; wrong: string[] }> {
  const heads: { position: bigint; head: RecordedHead }[] = [];
  const wrong: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: { items: RecordedHead[]; next: string | null } = bodyOf(
      await api.get(`/v1/audit/heads?limit=500${cursor && `&cursor=${cursor}`}`),
    );
    for (const head of page.items) {
      if (typeof head.position === 'string' && /^\d+$/.test(head.position))
        heads.push({ position: BigInt(head.position), head });
      else wrong.push(`${head.stream}, revision ${head.revision}: it states no position`);
    }
    cursor = page.next;
  }
  return { heads: heads.sort((a, b) => Number(a.position - b.position)), wrong };
}

/** The log as it is read on. */
class Log {
  head: Head | null = null;
  facts = 0;
  readonly found: string[] = [];
  readonly macs = new Macs();
  private readonly sums = new Map<string, Record<(typeof SUMMED)[number], Money>>();
  private position: bigint | undefined;
  private told = Date.now();

  constructor(
    private readonly api: ApiClient,
    /** As far as the report knows. */
    readonly end: bigint,
  ) {}

  /** @param through as far as the projector is when left out */
  async readTo(through?: bigint): Promise<void> {
    if (through !== undefined && this.position !== undefined && this.position >= through) return;
    for (let done = false; !done;) {
      const query = new URLSearchParams(through === undefined ? {} : { through: String(through) });
      if (this.position !== undefined) query.set('past', String(this.position));
      if (this.head)
        for (const name of ['facts', 'streams', 'hash'] as const) query.set(name, this.head[name]);
      const step = bodyOf<Step>(await this.api.get(`/v1/audit/verification?${query.toString()}`));
      this.position = BigInt(step.position);
      done = step.done;
      this.head = step.head;
      this.facts += step.facts;
      this.macs.add(step);
      this.found.push(...step.found.slice(0, 20 - this.found.length));
      for (const total of step.totals) this.add(total);
      if (Date.now() - this.told < TOLD_EVERY_MS) continue;
      this.told = Date.now();
      process.stderr.write(`${this.facts} facts verified\n`);
    }
  }

  /** Where the report's totals are not those of the facts. */
  differences({ currencies }: Pick<Aging, 'currencies'>): string[] {
    const names = new Set([...this.sums.keys(), ...currencies.map(({ currency }) => currency)]);
    return [...names].flatMap((currency) => {
      const total = currencies.find((one) => one.currency === currency);
      const sums = this.sums.get(currency);
      return SUMMED.flatMap((name) => {
        const zero = Money.zero(currency).toString();
        const [says, is] = [total?.[name] ?? zero, sums?.[name].toString() ?? zero];
        return says === is ? [] : [`${currency} ${name}: the report says ${says}, the facts add up to ${is}`];
      });
    });
  }

  private add(total: Total): void {
    const { currency } = total;
    const before = this.sums.get(currency);
    const of = (name: (typeof SUMMED)[number]): Money =>
      (before?.[name] ?? Money.zero(currency)).plus(Money.of(total[name] ?? '0', currency));
    this.sums.set(
      currency,
      Object.fromEntries(SUMMED.map((name) => [name, of(name)])) as Record<(typeof SUMMED)[number], Money>,
    );
  }
}
