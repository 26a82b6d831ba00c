import { everythingHolds } from '../../../faults/support/everything-holds.js';
import { castOf } from '../books.js';
import { Life } from '../life.js';
import { FIRST_SEED, type Form, PROCESSES, runSeeds } from '../seeds.js';
import { OverHttp } from './over-http.js';
import { Shop } from './shop.js';

// The same histories with real processes: two apis, a projector and an event store node that are killed with -9 while
// they are at work, by HTTP. Several histories live at the same time and feel each other's faults, as tenants of one
// house do: a seed gives the same intents again, not the same meetings.

const FORM: Form = { option: '--processes', faults: 60, sideBySide: 10, shrinking: 60_000 };

describe('random legal histories with real processes', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await Shop.open();
  }, 120_000);
  afterAll(() => shop?.close());

  it(
    `account for all money whatever is killed (${PROCESSES} seeds from ${FIRST_SEED})`,
    async () => {
      let lives = 0;
      await runSeeds(PROCESSES, FORM, async (history, seed) => {
        const cast = castOf(`S${seed}-${(lives += 1)}`);
        const door = await OverHttp.open(cast, shop);
        const life = new Life(cast, door);
        await life.live(history);
        await door.holds(life);
      });
      const { databases, store } = shop.processes;
      const { facts } = await everythingHolds({ databaseUrl: databases.databaseUrl, store });
      expect(facts).toBeGreaterThan(PROCESSES);
    },
    240_000 + PROCESSES * 10_000,
  );
});
