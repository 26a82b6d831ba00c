import fc from 'fast-check';
import { type History, histories } from './history.js';
import { inWords } from './words.js';

/** What the command line asked for (`npm run test:histories`), or the short numbers of `npm test` (test/README.md). */
export const RUNS = Number(process.env.HISTORIES_RUNS ?? 200);
export const PROCESSES = Number(process.env.HISTORIES_PROCESSES ?? 50);
export const FIRST_SEED = Number(process.env.HISTORIES_SEED ?? 1);

export interface Form {
  /** The option of `npm run test:histories` that chooses it. */
  option: '--runs' | '--processes';
  /** One of so many commands meets a fault. */
  faults: number;
  /** Histories that live at the same time. */
  sideBySide: number;
  /** Milliseconds that looking for a shorter history may take. */
  shrinking: number;
}

/**
 * Lives the histories of so many seeds, from the first on, some of them side by side.
 * @throws Error with the shortest history found that fails, in the trade's words, and how to run it again
 */
export async function runSeeds(
  count: number,
  form: Form,
  live: (history: History, seed: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  let done = 0;
  let failed = false;
  const workers = Array.from({ length: form.sideBySide }, async () => {
    while (next < count && !failed) {
      const seed = FIRST_SEED + next++;
      await runSeed(seed, form, (history) => live(history, seed)).catch((error: unknown) => {
        failed = true;
        throw error;
      });
      progress((done += 1), count, form.option);
    }
  });
  const ended = await Promise.allSettled(workers);
  const first = ended.find((worker) => worker.status === 'rejected');
  if (first) throw first.reason;
}

async function runSeed(seed: number, form: Form, live: (history: History) => Promise<void>): Promise<void> {
  let until = Infinity;
  const property = fc.asyncProperty(histories(form.faults), async (history) => {
    if (Date.now() > until) return; // Time is up: the shortest so far it is.
    try {
      await live(history);
    } catch (error) {
      until = Math.min(until, Date.now() + form.shrinking);
      throw error;
    }
  });
  const checked = await fc.check(property, { seed, numRuns: 1, unbiased: true });
  if (!checked.failed) return;
  const history = checked.counterexample?.[0];
  const { errorInstance: error } = checked;
  throw new Error(
    [
      `Seed ${seed} fails: ${error instanceof Error ? error.stack : String(error)}`,
      `The shortest history found (${checked.numShrinks} times shortened):`,
      history ? inWords(history) : '(none)',
      `Again: npm run test:histories -- ${form.option} 1 --seed ${seed}`,
    ].join('\n'),
  );
}

/** Says how far it is, on stderr, when somebody runs many. */
function progress(done: number, of: number, what: string): void {
  if (!process.env.HISTORIES_PROGRESS || (done % Math.ceil(of / 20) !== 0 && done !== of)) return;
  process.stderr.write(`${what}: ${done} of ${of} seeds hold, from seed ${FIRST_SEED} on\n`);
}
