import { createHash } from 'node:crypto';
import {
  type AppendResult,
  CommandHandler,
  type CommandHandlerParts,
  type CommandMessage,
  type EventStore,
  type Execute,
  memoryEventStore,
  type Position,
  type RecordedFact,
  Vault,
} from '@quittance/event-store';
import { Rejection } from '@quittance/kernel';
import { aboutFact, ROUTES } from '@quittance/receivables';
import { dutiesOf, POLICY } from '../../../libs/receivables/src/features.js';
import type { Pool } from 'pg';
import type { Request } from './action.js';
import { boundsAll, type Command, finishAll, requestOf } from './actions.js';
import { type Books, type Cast, LAST } from './books.js';
import type { Fault, Writer } from './history.js';
import type { Answer, Door } from './life.js';
import { ACTOR, ENTITY, introductions } from './requests.js';

/** A process lives for a few commands here: memory for thousands of keys and streams would take longer than they do. */
const SMALL = 100;

/** As a row of vault.secrets that everybody has known for long. */
export const MAC_KEY = {
  ...{ name: 'mac-simulated', secret: Buffer.from('a secret of simulated histories') },
  ...{ age: 1e9, announced: 1e9, position: null },
};

/** What the processes of one installation share: the log, the keys of personal data, the guard's rows. */
export class Installation {
  // The store's clock stumbles: a known instant must hold all the same.
  private ticks = 0;
  readonly store = memoryEventStore({
    now: () => new Date(Date.UTC(2024, 6, 1) + (this.ticks += 7) - (this.ticks % 5 === 0 ? 40 : 0)),
  });
  readonly keys = new Map<string, Buffer>();
  readonly rows = new Map<string, { hash: string; settled: boolean; holder: object }>();

  /** As `vault.keys` does it. */
  vault(): Vault {
    const query = async ({ name, values }: { name: string; values: [string | string[], Buffer?] }) => {
      if (name === 'vault-macs') return { rows: [MAC_KEY] };
      const [subject, key] = values;
      if (typeof subject === 'string') {
        if (this.keys.has(subject)) return { rows: [] };
        this.keys.set(subject, key!);
        return { rows: [{ key }] };
      }
      return { rows: subject.flatMap((each) => ({ subject: each, key: this.keys.get(each) })) };
    };
    return new Vault({ query } as unknown as Pick<Pool, 'query'>, { max: SMALL });
  }

  /** As `write_side.requests` does it, where no release was before; the lease of a process that died is over at once. */
  guard(process: { dead: boolean }): CommandHandlerParts['guard'] {
    return {
      fingerprint: async (hash) => hash,
      claim: async ({ actor, key: given, hash }) => {
        const key = `${actor} ${given}`;
        const row = this.rows.get(key);
        const since = null;
        if (row && row.hash !== hash) return { claim: 'reused', since };
        if (row?.settled) return { claim: 'nothing', since };
        if (row && !(row.holder as { dead: boolean }).dead) return { claim: 'busy', since };
        this.rows.set(key, { hash, settled: false, holder: process });
        return { claim: row ? 'again' : 'first', since };
      },
      lookFormer: async () => ({ same: true }),
      claimFormer: async () => ({ claim: 'busy', since: null }),
      release: async ({ actor, key }) => void this.rows.delete(`${actor} ${key}`),
      complete: async ({ actor, key }) => void (this.rows.get(`${actor} ${key}`)!.settled = true),
    };
  }
}

/** A process of the write side, and how it reaches the log: late, or not for long. */
class Process {
  dead = false;
  pace = 0;
  private fault: Fault | null = null;
  private appends = 0;
  readonly handler: CommandHandler;

  constructor(private readonly installation: Installation) {
    const store: EventStore = {
      ...reaching(installation.store, this),
      append: (...all) => this.append(...all),
    };
    this.handler = new CommandHandler({
      store,
      guard: installation.guard(this),
      vault: installation.vault(),
      clock: { today: () => LAST, now: () => new Date(Date.UTC(2024, 11, 1)) },
      entity: ENTITY,
      routes: ROUTES,
      ...{ about: aboutFact, dutiesOf, policy: POLICY },
      cache: { streams: SMALL, size: 10 * SMALL },
    });
  }

  meets(fault: Fault | null, pace: number): void {
    Object.assign(this, { fault, pace, appends: 0 });
  }

  mustLive(): void {
    if (this.dead) throw new Error('the process is dead');
  }

  private async append(
    ...[stream, expected, facts]: Parameters<EventStore['append']>
  ): Promise<AppendResult> {
    for (let turns = this.pace; turns > 0; turns -= 1) await new Promise((turn) => setImmediate(turn));
    const how = (this.appends += 1) === this.fault?.append ? this.fault.how : undefined;
    if (how === 'dies-before') this.dead = true;
    this.mustLive();
    const answer = await this.installation.store.append(stream, expected, facts);
    if (how === 'dies-after') this.dead = true;
    this.mustLive();
    return how === 'reply-lost' ? { result: 'unknown', cause: new Error('no reply') } : answer;
  }
}

const reaching = (store: EventStore, process: Process): Omit<EventStore, 'append'> => ({
  read(...all) {
    process.mustLive();
    return store.read(...all);
  },
  readAll: (options) => store.readAll(options),
  subscribe: (...all) => store.subscribe(...all),
  touched: (...all) => store.touched(...all),
  end: () => store.end(),
  forget: (...all) => store.forget(...all),
  close: async () => undefined,
});

/** The real command handlers and deciders, in two processes that die and come back, over the store's twin. */
export class InMemory implements Door {
  private readonly writers: [Process, Process];
  private last: Position | undefined;
  /** Questions asked: as of which day, known at which position. */
  readonly asked: { asOf: number; at: bigint }[] = [];

  private constructor(readonly installation: Installation) {
    this.writers = [new Process(installation), new Process(installation)];
  }

  static async open(cast: Cast, installation = new Installation()): Promise<InMemory> {
    const door = new InMemory(installation);
    door.last = await installation.store.end();
    for (const [i, request] of introductions(cast).entries()) await door.hand(request, `${cast.tag} ${i}`, 0);
    return door;
  }

  async send(
    command: Command,
    key: string,
    by: Writer,
    how: { fault?: Fault | null; pace?: number },
  ): Promise<Answer> {
    const { fault = null, pace = 0 } = how;
    const process = this.writers[by];
    process.meets(fault, pace);
    const answer = await this.hand(requestOf(command), key, by);
    process.meets(null, 0);
    // Another process knows of it a second later: here at once, as one that starts.
    if (boundsAll(command)) await this.restart(by === 0 ? 'writer 1' : 'writer 0');
    if (!process.dead) return answer;
    await this.restart(`writer ${by}`);
    return fault?.asksAgain ? this.hand(requestOf(command), key, by) : 'silence';
  }

  async restart(part: Parameters<Door['restart']>[0]): Promise<void> {
    const writer = part === 'writer 0' ? 0 : part === 'writer 1' ? 1 : undefined;
    if (writer === undefined) return; // The projector's crashes are in the deliveries; the twin has nothing to lose.
    this.writers[writer].dead = true;
    this.writers[writer] = new Process(this.installation);
  }

  async ask(asOf: number): Promise<void> {
    this.asked.push({ asOf, at: (await this.installation.store.end())?.commit ?? 0n });
  }

  async news(): Promise<RecordedFact[]> {
    const facts: RecordedFact[] = [];
    for await (const fact of this.installation.store.readAll({ after: this.last })) facts.push(fact);
    this.last = facts.at(-1)?.position ?? this.last;
    return facts;
  }

  async finish(books: Books): Promise<void> {
    const { execute } = new Process(this.installation).handler;
    await finishAll(books, { store: this.installation.store, execute });
  }

  private async hand(request: Request, key: string, by: Writer): Promise<Answer> {
    const { type, body, named } = request;
    const hash = createHash('sha256')
      .update(JSON.stringify([type.name, body, named]))
      .digest('hex');
    const actor = request.by
      ? { id: request.by, roles: ['manager'] }
      : { id: ACTOR, roles: ['clerk', 'manager'] };
    const context = { key, hash, actor, correlationId: key, causationId: key };
    const command = Object.assign(new type(), body, named, { context }) as CommandMessage;
    try {
      const { handler } = this.writers[by];
      const execute: Execute = (one) => handler.execute(one);
      const { id, revision } = await (request.through?.(execute, command as never) ?? execute(command));
      return { id, revision: String(revision) };
    } catch (error) {
      if (error instanceof Rejection) return { refused: error.code };
      if (this.writers[by].dead) return 'silence';
      throw error;
    }
  }
}
