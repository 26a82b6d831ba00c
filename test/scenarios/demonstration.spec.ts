import { entityClock } from '@quittance/kernel';
import { historyOf } from '../../libs/receivables/src/demonstration/history.js';
import { quittance as run } from '../support/command-line.js';
import { type Caller, type Quittance, startQuittance } from '../support/quittance.js';
import { story } from '../support/story.js';

// The demonstration: two years of an invented company, made by the product's own commands.

/** A day that is over everywhere: the same history on whatever day this runs. */
const today = '2025-06-30';
const SMALL = { customers: 4, invoices: 60 };

jest.setTimeout(180_000); // seconds on a quiet machine

interface Aging {
  currencies: { balanced: boolean }[];
}
interface Times {
  days: { day: string; backDated: number }[];
}

let quittance: Quittance;
let anna: Caller;
beforeAll(async () => {
  quittance = await startQuittance({ clock: { ...entityClock('Europe/Rome'), today: () => today } });
  anna = await quittance.as('manager', 'anna');
});
afterAll(() => quittance?.stop());

const routesOf = (seed: string, size?: typeof SMALL) => historyOf(seed, today, size).flat(2);

story(
  'page',
  'A4',
  'The same seed tells the same history, of the size that was said, none of it to come',
  (show) => {
    const one = routesOf('quittance');
    const told = (seed: string): string => JSON.stringify(routesOf(seed, SMALL));
    const made = (route: RegExp) => one.filter((step) => route.test(step.route)).length;
    const kinds = [
      /\/disputes$/,
      /\/promises$/,
      /\/plans$/,
      /\/write-offs$/,
      /\/extensions$/,
      /credit-notes$/,
      /cancellation$/,
    ];
    const customers = one
      .filter(({ route }) => route === 'POST /v1/customers')
      .map(({ body }) => body as Record<string, string>);
    show({
      input: `the seed twice, and another, up to ${today}`,
      right: {
        same: true,
        other: false,
        customers: 400,
        invoices: 6_000,
        allKinds: true,
        currencies: ['CHF', 'EUR', 'GBP', 'USD'],
        languages: ['bg', 'de', 'en', 'it'],
        keys: one.length,
        later: 0,
      },
      got: {
        same: told('quittance') === told('quittance'),
        other: told('quittance') === told('another'),
        customers: customers.length,
        invoices: made(/POST \/v1\/invoices$/),
        allKinds: kinds.every((kind) => made(kind) > 5),
        currencies: [...new Set(customers.map(({ currency }) => currency))].sort(),
        languages: [...new Set(customers.map(({ language }) => language))].sort(),
        keys: new Set(one.map(({ key }) => key)).size,
        later: one.filter(({ at }) => at.slice(0, 10) > today).length,
      },
    });
  },
);

story('page', 'A4', '`quittance demo` fills an empty installation, and only such a one', async (show) => {
  const environment = { DATA_DIR: quittance.dataDir, QUITTANCE_URL: quittance.url };
  const offered = async () => (await anna.get<{ offered: boolean }>('/v1/demonstration')).body.offered;
  const before = await offered();
  const ran = await run(['demo', '--invoices', String(SMALL.invoices), '--json'], environment).ended;
  const again = await anna.refused('/v1/demonstration', { seed: 'another' });
  const { count } = (await anna.get<{ count: number }>('/v1/invoices/summary')).body;
  const { currencies } = (await anna.get<Aging>('/v1/reports/aging')).body;
  const { days } = (await anna.get<Times>('/v1/times?from=2023-06-01&known=stated')).body;
  show({
    input: `offered; quittance demo --invoices ${SMALL.invoices} --json; again; what is there then`,
    right: {
      offered: [true, false],
      ended: [0, ''],
      last: { state: 'done', refused: 0, because: null, seed: 'quittance' },
      again: [409, 'not-empty'],
      invoices: SMALL.invoices,
      balanced: true,
      recordedLate: true,
      longAgo: true,
      actors: ['anna', 'ivan', 'maria'],
    },
    got: {
      offered: [before, await offered()],
      ended: [ran.code, ran.code === 0 ? '' : ran.stderr],
      last: (({ state, refused, because, seed }) => ({ state, refused, because, seed }))(ran.last),
      again: [again.status, again.code],
      invoices: count,
      balanced: currencies.length > 0 && currencies.every(({ balanced }) => balanced),
      recordedLate: days.some(({ backDated }) => backDated > 0),
      // Known when it says so, not when it was sent.
      longAgo: days.length > 100 && days[0]!.day < '2023-08-01',
      actors: [...new Set((await quittance.facts()).map(({ metadata }) => metadata.actor.id))]
        .filter((id) => !/^(system|cli):/.test(id))
        .sort(),
    },
  });
});
