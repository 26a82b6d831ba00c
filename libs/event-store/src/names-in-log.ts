import { lookAlikeForm } from '@quittance/kernel';
import type { Pool } from 'pg';
import { type EventStore, StoreUnavailableError } from './event-store.js';
import type { Position, RecordedFact } from './fact.js';

export type FactLog = Pick<EventStore, 'readAll'>;

/** A number or id, as stored, among those of one kind. */
export interface Name {
  kind: string;
  name: string;
}

/** What a fact says of a name: that it is taken since, or that it is free again. */
export type Told = (fact: RecordedFact) => (Name & { freed?: boolean }) | undefined;

export interface LookAlikesOptions {
  pool: Pick<Pool, 'query'>;
  store: FactLog;
  /** Code of the legal entity. */
  entity: string;
  told: Told;
}

/** Facts read between two marks of how far it came. */
const AT_A_TIME = 5_000;
/** Milliseconds after which what others wrote meanwhile is read, too: processes of an earlier release claim nothing. */
const AGAIN_AFTER = 10 * 60_000;
/** Milliseconds for which a command waits for the first reading. */
const PATIENCE = 10_000;

/** Brings the claims of names to what the log says: after an upgrade, a restore, or when they were lost. */
export class NamesInLog {
  private reading?: Promise<void>;
  private readAt = 0;

  constructor(private readonly options: LookAlikesOptions) {}

  /**
   * Waits until the log was read once to where it ended.
   * @param again whatever was read before
   * @throws StoreUnavailableError when that takes longer than a command can wait; it goes on meanwhile
   */
  async upToDate({ again = false } = {}): Promise<void> {
    const since = performance.now() - this.readAt;
    if (!this.reading || again) this.reading = this.read();
    else if (this.readAt && since > AGAIN_AFTER) {
      this.readAt = performance.now();
      this.readOn().catch(() => undefined); // tried again in ten minutes
    }
    if (this.readAt && !again) return;
    await inTime(this.reading);
  }

  private read(): Promise<void> {
    return this.readOn().then(
      () => void (this.readAt = performance.now()),
      (error: unknown) => {
        this.reading = undefined;
        throw error;
      },
    );
  }

  private async readOn(): Promise<void> {
    const { pool, store, entity, told } = this.options;
    const { rows } = await pool.query<{ position: string; prepare: string }>(
      'select position::text, prepare::text from write_side.looks_alike_read where entity = $1',
      [entity],
    );
    const [row] = rows;
    const begun = row && !row.position.startsWith('-');
    const after = begun ? { commit: BigInt(row.position), prepare: BigInt(row.prepare) } : undefined;
    const names: Name[] = [];
    let end: Position = after ?? { commit: -1n, prepare: -1n };
    let read = 0;
    for await (const fact of store.readAll({ after })) {
      end = fact.position;
      read += 1;
      const said = fact.metadata?.entity === entity ? told(fact) : undefined;
      if (said?.freed) {
        await this.keep(names.splice(0), end);
        await this.free(said);
      } else if (said) names.push(said);
      if (read % AT_A_TIME === 0) await this.keep(names.splice(0), end);
    }
    await this.keep(names, end);
  }

  /** Names that stand in the log, and how far it was read; both may be kept again. */
  private async keep(names: readonly Name[], { commit, prepare }: Position): Promise<void> {
    const { pool, entity } = this.options;
    const byForm = new Map<string, { kind: string; form: string; names: Set<string> }>();
    for (const { kind, name } of names) {
      const form = lookAlikeForm(name);
      const alike = byForm.get(`${kind} ${form}`) ?? { kind, form, names: new Set() };
      byForm.set(`${kind} ${form}`, alike);
      alike.names.add(name);
    }
    const forms = [...byForm.values()];
    if (forms.length > 0) {
      await pool.query(
        `insert into write_side.looks_alike as held (entity, kind, form, name, others)
         select $1, kind, form, names ->> 0, array(select jsonb_array_elements_text(names - 0))
         from unnest($2::text[], $3::text[], $4::jsonb[]) as w (kind, form, names) order by kind, form
         on conflict (entity, kind, form) do update set
           others = array(select distinct other from unnest(held.others || excluded.name || excluded.others) other
                          where other <> held.name)`,
        [
          entity,
          forms.map(({ kind }) => kind),
          forms.map(({ form }) => form),
          forms.map((alike) => JSON.stringify([...alike.names])),
        ],
      );
    }
    await pool.query(
      `insert into write_side.looks_alike_read as held (entity, position, prepare) values ($1, $2, $3)
       on conflict (entity) do update set position = excluded.position, prepare = excluded.prepare
         where held.position <= excluded.position`,
      [entity, commit.toString(), prepare.toString()],
    );
  }

  async free({ kind, name }: Name): Promise<void> {
    const { pool, entity } = this.options;
    const values = [entity, kind, lookAlikeForm(name), name];
    const here = 'entity = $1 and kind = $2 and form = $3';
    await pool.query(
      `delete from write_side.looks_alike where ${here} and name = $4 and others = '{}'`,
      values,
    );
    await pool.query(
      `update write_side.looks_alike set
         name = case when name = $4 then others[1] else name end,
         others = case when name = $4 then others[2:] else array_remove(others, $4) end
       where ${here} and (name = $4 or $4 = any (others))`,
      values,
    );
  }
}

async function inTime(reading: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    const message = 'the numbers of the log are still being read, to know which look alike';
    timer = setTimeout(() => reject(new StoreUnavailableError(message)), PATIENCE);
  });
  try {
    await Promise.race([reading, late]);
  } finally {
    clearTimeout(timer);
  }
}
