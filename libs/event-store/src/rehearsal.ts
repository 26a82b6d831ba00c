import { CommandHandler, type CommandHandlerParts } from './command-handler.js';
import type { CommandMessage } from './command.js';
import { type AppendResult, type EventStore, type ExpectedRevision } from './event-store.js';
import type { LookAlikes } from './looks-alike.js';
import type { Vault } from './vault.js';
import type { NewFact, Position, RecordedFact } from './fact.js';

/** Parts of a command handler that can also look without touching anything. */
export type RehearsalParts = Omit<CommandHandlerParts, 'vault' | 'lookAlikes'> & {
  vault: Pick<Vault, 'decryptAll' | 'macs' | 'sealable'>;
  lookAlikes?: Pick<LookAlikes, 'look'>;
};

/**
 * What a command would record, with all that it would cause: it is performed by the same rules over a store that keeps what
 * is appended to itself. Nothing is stored, no key is used, no name is claimed, no key of personal data is made.
 * @returns facts in the order in which they would be recorded, their personal data in plain text
 * @throws what the command itself would throw
 */
export async function rehearse(
  parts: RehearsalParts,
  command: CommandMessage,
): Promise<readonly RecordedFact[]> {
  const { store, vault, lookAlikes, guard, clock } = parts;
  const stage = new StagedStore(store, () => clock.now());
  const handler = new CommandHandler({
    ...parts,
    store: stage,
    vault: {
      macs: vault.macs,
      decryptAll: (facts) => vault.decryptAll(facts),
      seal: (data) => vault.sealable(data),
    },
    lookAlikes: lookAlikes && {
      claim: (name, accepted) => lookAlikes.look(name, accepted),
      takeOver: (_name, claim) => Promise.resolve({ ...claim, mine: true }),
      release: () => Promise.resolve(),
      free: () => Promise.resolve(),
    },
    guard: {
      fingerprint: (hash) => guard.fingerprint(hash),
      claim: () => Promise.resolve({ claim: 'first' as const, since: null }),
      lookFormer: () => Promise.resolve({ same: false }),
      claimFormer: () => Promise.resolve({ claim: 'nothing' as const, since: null }),
      release: () => Promise.resolve(),
      complete: () => Promise.resolve(),
    },
    observer: undefined,
    cache: { streams: 1_000, size: 50_000 },
  });
  await handler.execute(command);
  return stage.staged;
}

/** The store with what was appended here behind what it holds. */
class StagedStore implements EventStore {
  readonly staged: RecordedFact[] = [];

  constructor(
    private readonly store: EventStore,
    private readonly now: () => Date,
  ) {}

  async append(stream: string, expected: ExpectedRevision, facts: readonly NewFact[]): Promise<AppendResult> {
    let last: bigint | 'none' = 'none';
    for await (const { revision } of this.read(stream, expected === 'none' ? 0n : expected)) last = revision;
    if (last !== expected) return { result: 'conflict', actual: last };
    const { commit } = (await this.end()) ?? { commit: 0n };
    const first = expected === 'none' ? 0n : expected + 1n;
    for (const [i, fact] of facts.entries()) {
      const at = commit + 1n + BigInt(i);
      this.staged.push({
        ...fact,
        ...{
          stream,
          revision: first + BigInt(i),
          position: { commit: at, prepare: at },
          recordedAt: this.now(),
        },
      } as RecordedFact);
    }
    const { revision, position } = this.staged.at(-1)!;
    return { result: 'appended', revision, position };
  }

  async *read(stream: string, from = 0n): AsyncIterable<RecordedFact> {
    yield* this.store.read(stream, from);
    yield* this.staged.filter((fact) => fact.stream === stream && fact.revision >= from);
  }

  async end(): Promise<Position | undefined> {
    return this.staged.at(-1)?.position ?? this.store.end();
  }

  readonly readAll: EventStore['readAll'] = (options) => this.store.readAll(options);
  readonly touched: EventStore['touched'] = (prefixes, after) => this.store.touched(prefixes, after);
  readonly subscribe: EventStore['subscribe'] = (prefixes, after, handlers) =>
    this.store.subscribe(prefixes, after, handlers);
  readonly forget: EventStore['forget'] = () => Promise.resolve();
  readonly close: EventStore['close'] = () => Promise.resolve();
}
