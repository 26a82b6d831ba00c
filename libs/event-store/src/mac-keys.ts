import type { Pool } from 'pg';
import { MacJudge, type MacKey, macKey } from './mac.js';

/** What a fact that is written now is given. */
export interface MacInUse {
  /** Undefined: the fact goes without a MAC. */
  key: MacKey | undefined;
  /** Every process writes the same: the store's word that it has the fact already can be trusted. */
  agreed: boolean;
}

/** What is known for checking. */
export interface MacKnowledge {
  judge: MacJudge;
  /** Position of the fact `MacBegun` as PostgreSQL keeps it; undefined before it. */
  begunAt: bigint | undefined;
}

export interface MacKeysOptions {
  /** Milliseconds after which a process asks for the keys again: so long may it take to notice a new one. */
  noticedWithin?: number;
}

export const NOTICED_WITHIN_MS = 30_000;
/** A key or an announcement counts from this age on: by then every process has noticed it. */
export const COUNTS_AFTER_MS = 45_000;
/** From this age on no process writes as before. Between the two, what the store acknowledges is read back. */
export const AGREED_AFTER_MS = 105_000;

interface KeyRow {
  name: string;
  secret: Buffer;
  /** Milliseconds. */
  age: number;
  /** Of the announcement; null before it. */
  announced: number | null;
  position: bigint | string | null;
}

interface Keys {
  /** Oldest first. */
  all: { key: MacKey; age: number }[];
  announced: number | null;
  begunAt: bigint | undefined;
  readAt: number;
}

/**
 * The keys of MACs (vault.secrets, `mac-<id>`): the newest one that every process knows makes new MACs, old ones verify.
 * Facts that several processes may send at once, byte for byte, have a MAC only since all were told (vault.macs).
 */
export class MacKeys {
  private kept?: Keys;
  private reading?: Promise<Keys>;
  private readonly noticedWithin: number;

  constructor(
    private readonly pool: Pick<Pool, 'query'>,
    { noticedWithin = NOTICED_WITHIN_MS }: MacKeysOptions = {},
  ) {
    this.noticedWithin = noticedWithin;
  }

  /**
   * @param anyones a fact that another process may be writing too, and must write with the same bytes
   * @throws Error when there is no key
   */
  async inUse(anyones: boolean): Promise<MacInUse> {
    const { all, announced, readAt } = await this.current();
    const since = performance.now() - readAt;
    const known = all.filter(({ age }) => age + since >= COUNTS_AFTER_MS);
    const { key } = known.at(-1) ?? all[0]!;
    if (!anyones) return { key, agreed: true };
    if (announced === null) return { key: undefined, agreed: true };
    const told = announced + since;
    const changed = all.length > 1 ? Math.min(told, all.at(-1)!.age + since) : told;
    return { key: told >= COUNTS_AFTER_MS ? key : undefined, agreed: changed >= AGREED_AFTER_MS };
  }

  /** All keys as they are now. Without any, every MAC is by an unknown one. */
  async known(): Promise<MacKnowledge> {
    const { all, begunAt } = await this.read();
    return { judge: new MacJudge(new Map(all.map(({ key }) => [key.id, key]))), begunAt };
  }

  private async current(): Promise<Keys> {
    const { kept } = this;
    if (!kept || performance.now() - kept.readAt >= this.noticedWithin) {
      this.reading ??= this.read().finally(() => (this.reading = undefined));
      this.kept = await this.reading;
    }
    const keys = this.kept!;
    if (keys.all.length === 0) {
      this.kept = undefined; // asked again by the next command
      throw new Error(
        'vault.secrets has lost its keys of MACs (mac-...): restore them from a backup, or make a new one: select vault.new_mac_key()',
      );
    }
    return keys;
  }

  private async read(): Promise<Keys> {
    const readAt = performance.now(); // Before it is asked: an age is rather taken for less than it is.
    const { rows } = await this.pool.query<KeyRow>({ name: 'vault-macs', text: READ, values: [] });
    return {
      all: rows.map(({ name, secret, age }) => ({ key: macKey(name.slice(PREFIX.length), secret), age })),
      announced: rows[0]?.announced ?? null,
      begunAt: rows[0]?.position == null ? undefined : BigInt(rows[0].position),
      readAt,
    };
  }
}

const PREFIX = 'mac-';
const AGE = (of: string): string => `(extract(epoch from clock_timestamp() - ${of}) * 1000)::float8`;
const READ = `
  select name, secret, ${AGE('made_at')} as age, ${AGE('announced_at')} as announced, position
  from vault.secrets left join vault.macs on true where name like '${PREFIX}%' order by made_at, name`;
