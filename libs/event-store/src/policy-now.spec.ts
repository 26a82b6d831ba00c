import type { PolicySource } from './command-route.js';
import type { Folded, FoldedStreams } from './folded-streams.js';
import { PolicyReader } from './policy-now.js';

const policy: PolicySource<number> = {
  folding: { category: 'settings', initial: 0, evolve: {} },
  limits: (days) => ({ backDatingDays: days }),
};
const standing = (days: number): Folded<number> => ({
  state: days,
  end: { revision: 0n, hash: 'h' },
  position: { commit: 1n, prepare: 1n },
  commands: new Map(),
});

/** Settings in a store, with what memory kept of them. */
class Settings {
  reads = 0;
  constructor(
    public stored: Folded,
    public kept?: Folded,
  ) {}

  reader(): PolicyReader {
    const streams = {
      latest: async () => {
        this.reads += 1;
        return this.stored;
      },
      cached: () => this.kept,
    };
    return new PolicyReader(streams as unknown as FoldedStreams, { policy, entity: 'main' });
  }
}
const days = async (reader: PolicyReader): Promise<unknown> => (await reader.recent()).limits.backDatingDays;

describe('limits as they stood a moment ago', () => {
  it('are read once for commands that come together, and not again within a second', async () => {
    const settings = new Settings(standing(30));
    const reader = settings.reader();
    await Promise.all([1, 2, 3].map(() => days(reader)));
    await days(reader);
    expect(settings.reads).toBe(1);
  });

  it('still limit when memory had no room for them', async () => {
    const reader = new Settings(standing(30)).reader();
    expect([await days(reader), await days(reader)]).toEqual([30, 30]);
  });

  it('hold at once where this process set them', async () => {
    const settings = new Settings(standing(30));
    const reader = settings.reader();
    await days(reader);
    settings.kept = standing(10);
    expect(await days(reader)).toBe(10);
  });

  it('are asked for again after a read that failed', async () => {
    const reader = new Settings(standing(30)).reader();
    const now = jest.spyOn(reader, 'now').mockRejectedValueOnce(new Error('away'));
    await expect(reader.recent()).rejects.toThrow('away');
    now.mockRestore();
    expect(await days(reader)).toBe(30);
  });
});
