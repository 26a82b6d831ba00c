import { migrate } from '@quittance/read-model';
import { FACT_STREAMS, PROJECTIONS } from '@quittance/receivables';
import { everythingHolds } from './support/everything-holds.js';
import { Gate } from './support/gate.js';
import { LogAtRest } from './support/log-at-rest.js';
import { into, LongHistory } from './support/long-history.js';
import { Processes } from './support/processes.js';
import { sized } from './support/seed.js';
import { until } from './support/until.js';

/** `FAULTS_FACTS=1000000` for a million. */
const FACTS = Number(process.env.FAULTS_FACTS ?? sized(50_000, 50_000, 15_000));
/** The heap the projector is given: holding the history, or much of it, would end the process. */
const HEAP_MB = 40;
/** All that it may ever hold of the machine, in MB. */
const MOST_MB = 250;
/** While it catches up, as many times another hundredth is written. */
const PARTS = 20;
/** Above it balancing the books would need gigabytes: tables made afresh, chains and counts are compared all the same. */
const BALANCED = 200_000;

jest.setTimeout(300_000 + FACTS * 10);

describe(`F11 the projector is ${FACTS} facts behind while writes go on`, () => {
  let processes: Processes;
  let history: LongHistory;
  let written: number;
  beforeAll(async () => {
    processes = await Processes.start();
    const { databaseUrl, eventsDatabaseUrl } = processes.databases;
    await migrate(databaseUrl, PROJECTIONS);
    await processes.eventStore.stop();
    const log = await LogAtRest.open(eventsDatabaseUrl);
    history = new LongHistory(log, processes.pool);
    written = await history.write(FACTS);
    await log.close();
    await processes.startEventStore();
    history.goOn(into(processes.store));
  });
  afterAll(() => processes?.stop());

  /** Hears all that is written, by the way that the projector hears it. */
  const allIsHeard = async (): Promise<void> => {
    let heard = 0;
    const subscription = processes.store.subscribe(FACT_STREAMS, undefined, {
      fact: () => void (heard += 1),
      ended: () => (heard = NaN),
    });
    await until('somebody else has heard everything', () => heard === written, 60_000 + FACTS);
    await subscription.stop();
  };

  it('it catches up, in bounded memory, however long PostgreSQL holds it up meanwhile', async () => {
    const { databaseUrl } = processes.databases;
    const gate = await Gate.at('statement', databaseUrl);
    await gate.close();
    const projector = processes.projector({ flags: [`--max-old-space-size=${HEAP_MB}`] });
    await projector.atWork();
    await gate.reached();
    await allIsHeard(); // By then its heap would be full of what it cannot write, did it take all that it is sent.
    expect(projector.isRunning).toBe(true);
    await gate.remove();
    for (let part = 1; part <= PARTS; part += 1) {
      await processes.projected((FACTS * part) / PARTS);
      written += await history.write(FACTS / 100);
    }
    expect(projector.isRunning).toBe(true);
    const { facts } = await everythingHolds({
      ...{ databaseUrl, store: processes.store },
      ...{ patience: 60_000 + FACTS, balanced: FACTS <= BALANCED },
    });
    expect(facts).toBe(written);
    const { most } = projector.memory();
    process.stderr.write(`F11: ${facts} facts, projector at most ${Math.round(most / 2 ** 20)} MB\n`);
    expect(most / 2 ** 20).toBeLessThan(MOST_MB);
  });
});
