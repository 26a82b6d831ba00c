import { join, resolve } from 'node:path';
import { addDays } from '@quittance/kernel';
import { Histories } from '../support/histories.js';
import { realFile, realRows } from '../support/real-rows.js';
import { givenData } from '../support/story.js';

// Two policies over a real receivables history, against counts that are worked out from its file, or from a slice of it in the gate. The
// data is not ours to keep in the repository.

const MAPPING = resolve(__dirname, '../../docs/examples/receivables.mapping.json');
const { path: DATA, there, told } = givenData('receivables');
const [FROM, TO] = ['2012-01-01', '2012-06-30'];

interface Side {
  steps: { month: string; step: string; count: number }[];
  afterPayment: number;
  crossed: number;
}
interface Page {
  invoices: number;
  simulated: Side;
  beside: Side;
  next: string | null;
}

/** Steps of the standard policy on days before the one on which each invoice was paid: by month and step. */
function expectedOf(file: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { issuedOn, dueOn, settledOn: paidOn } of realRows(file)) {
    for (const days of [-3, 3, 7, 14, 30]) {
      const on = addDays(dueOn, days);
      if (on < issuedOn || on >= paidOn || on < FROM || on > TO) continue;
      const key = `${on.slice(0, 7)} due${days < 0 ? '' : '+'}${days}`;
      counts[key] = (counts[key] ?? 0) + 1;
    }
  }
  return counts;
}

const countsOf = (sides: readonly Side[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { month, step, count } of sides.flatMap(({ steps }) => steps))
    counts[`${month} ${step}`] = (counts[`${month} ${step}`] ?? 0) + count;
  return counts;
};

describe(`policies over a real history${there ? '' : ` (skipped: there is no ${DATA})`}`, () => {
  told(
    'chase',
    'E7',
    'Half a year of a real history by gentle beside standard: as worked out from its file, none after payment',
    async (show) => {
      const histories = await Histories.start();
      try {
        const file = await realFile(join(DATA, 'receivables.csv'), histories.folder);
        const options = ['--mapping', MAPPING, '--stated-as-effective'];
        const { code } = await histories.importing(file, options).ended;
        const analyst = await histories.running.as('analyst');
        const pages: Page[] = [];
        for (let cursor: string | null | undefined; cursor !== null; cursor = pages.at(-1)!.next) {
          const asked = { policyId: 'gentle', from: FROM, to: TO, ...(cursor && { cursor }) };
          pages.push(await analyst.done<Page>('/v1/dunning/simulations', asked));
        }
        const [gentle, standard] = [pages.map((page) => page.simulated), pages.map((page) => page.beside)];
        const sum = (of: number[]): number => of.reduce((all, one) => all + one, 0);
        show({
          input: 'all invoices, each known from its own day on, as are the payments',
          right: {
            code: 0,
            standard: expectedOf(file),
            fewer: true,
            after: 0,
            crossed: 0,
          },
          got: {
            code,
            standard: countsOf(standard),
            fewer: sum(Object.values(countsOf(gentle))) < sum(Object.values(countsOf(standard))),
            after: sum([...gentle, ...standard].map(({ afterPayment }) => afterPayment)),
            crossed: sum([...gentle, ...standard].map(({ crossed }) => crossed)),
          },
        });
      } finally {
        await histories.stop();
      }
    },
    900_000,
  );
});
