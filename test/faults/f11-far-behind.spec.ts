import { migrate } from '@quittance/read-model';
import { PROJECTIONS } from '@quittance/receivables';
import { everythingHolds } from './support/everything-holds.js';
import { LongHistory } from './support/long-history.js';
import { Processes } from './support/processes.js';

/** `FAULTS_FACTS=1000000` for a million. */
const FACTS = Number(process.env.FAULTS_FACTS ?? 50_000);
/** The heap the projector is given: holding the history, or much of it, would end the process. */
const HEAP_MB = 80;
/** All that it may ever hold of the machine, in MB. */
const MOST_MB = 250;
/** While it catches up, as many times another hundredth is written. */
const PARTS = 20;
/** Above it the fold would need gigabytes: tables made afresh, chains and counts are compared all the same. */
const FOLDED = 200_000;

jest.setTimeout(300_000 + FACTS * 10);

describe(`F11 the projector is ${FACTS} facts behind while writes go on`, () => {
  let processes: Processes;
  beforeAll(async () => {
    processes = await Processes.start();
    await migrate(processes.databases.databaseUrl, PROJECTIONS);
  });
  afterAll(() => processes?.stop());

  it('it catches up, in bounded memory', async () => {
    const history = new LongHistory(processes.store, processes.pool);
    let written = await history.write(FACTS);
    const projector = processes.projector({ flags: [`--max-old-space-size=${HEAP_MB}`] });
    await projector.atWork();
    for (let part = 1; part <= PARTS; part += 1) {
      await processes.projected((FACTS * part) / PARTS);
      written += await history.write(FACTS / 100);
    }
    expect(projector.isRunning).toBe(true);
    const { facts } = await everythingHolds({
      ...{ databaseUrl: processes.databases.databaseUrl, store: processes.store },
      ...{ patience: 60_000 + FACTS, fold: FACTS <= FOLDED },
    });
    expect(facts).toBe(written);
    const { most } = projector.memory();
    process.stderr.write(`F11: ${facts} facts, projector at most ${Math.round(most / 2 ** 20)} MB\n`);
    expect(most / 2 ** 20).toBeLessThan(MOST_MB);
  });
});
