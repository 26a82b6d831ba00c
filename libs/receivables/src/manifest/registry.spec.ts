import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type AnySlice, Money } from '@quittance/kernel';
import { ignore } from '@quittance/read-model';
import { customers } from '../customer/customer.stream.js';
import { CONTROLS, FACT_STREAMS, FEATURES, POSTINGS } from '../features.js';
import { invoices } from '../invoice/invoice.stream.js';
import { leg, noMoney, type Postings, postings, type PostingsOf } from '../ledger/legs.js';
import { controlTotals } from '../reporting/control-totals.js';
import { REACTIONS } from '../reactions.js';
import { ROUTES } from '../served.js';
import type { AnyFact } from './fact.js';
import { type AnyFeature, type Feature, feature } from './feature.js';
import { declarationsOf, dictionaryOf, factsOf, projectionsOf, reactionsOf, streamsOf } from './registry.js';
import { servedBy } from './served.js';

const FACT: AnyFact = {
  schema: 1,
  effectiveOn: () => '2026-03-02',
  sentence: (_data, actor) => `${actor} noted something`,
  stream: 'invoice-<uuid>',
  comment: 'Something was noted',
  fields: { text: 'what' },
  personal: ['reason'],
};
const NOTES: AnySlice = { name: 'notes', initial: 0, decide: { Note: () => [] }, evolve: {} };
class Note {}
const ID = '0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c';
/** A feature in a folder of its own: nothing else knows of it. */
const notes: AnyFeature = {
  name: 'notes',
  facts: { Noted: FACT },
  slices: [{ on: invoices, slice: NOTES }],
  api: () => ({
    commands: [{ category: 'invoice', command: Note as never, stream: () => 'invoice-1' }],
    routes: { 'POST /v1/notes': { roles: ['clerk'], batch: { command: Note as never } } },
  }),
};
const more = (...features: AnyFeature[]) => [...FEATURES, ...features];

describe('a feature that one line adds to the registry', () => {
  it('brings its slice to the stream of another, for its own commands and for those that were there', () => {
    const { routes } = servedBy(more(notes));
    const decides = (name: string): string[] =>
      Object.keys(routes.find(({ command }) => command.name === name)!.decider.decide);
    expect(decides('Note')).toEqual(expect.arrayContaining(['Note', 'IssueInvoice']));
    expect(decides('IssueInvoice')).toEqual(decides('Note'));
    expect(invoices.decide).not.toHaveProperty('Note');
  });

  it('is in what others read of the stream', async () => {
    const { routes } = servedBy(more(notes));
    const { references } = routes.find(({ command }) => command.name === 'ChaseInvoice')!;
    const read: unknown[] = [];
    const latest = async (folding: { initial: unknown }) => void read.push(folding.initial);
    await references!({ invoiceId: ID } as never, { latest, cached: latest } as never, 'main');
    expect(read[0]).toMatchObject({ notes: 0, issue: null });
  });

  it('brings its facts to the dictionary and the audit trail', () => {
    expect(dictionaryOf(factsOf(more(notes))).Noted).toMatchObject({
      comment: 'Something was noted',
      fields: { text: 'what', personal: expect.stringMatching(/^reason; sealed personal data/) as string },
    });
    const audit = projectionsOf(more(notes)).find(({ name }) => name === 'audit')!;
    expect(audit.on.Noted).toBeInstanceOf(Function);
  });

  it('says what projections of that stream make of its facts: the registry does not start otherwise', () => {
    const deaf = { ...notes, slices: [{ on: customers, slice: { ...NOTES, evolve: { Noted: () => 0 } } }] };
    expect(() => projectionsOf(more(deaf))).toThrow(
      "customers: a handler for Noted of customer-, or ignore('why')",
    );
    const [slice] = deaf.slices;
    const told = { ...deaf, slices: [{ ...slice!, elsewhere: ignore('a note changes no customer') }] };
    const { on } = projectionsOf(more(told)).find(({ name }) => name === 'customers')!;
    expect(on).toMatchObject({
      Noted: { ignored: 'a note changes no customer' },
      CustomerRegistered: expect.any(Function) as never,
    });
  });

  it('brings what it does by the clock to the reactor', () => {
    const count = { name: 'count notes', every: 1_000, begin: () => async () => undefined };
    const names = reactionsOf(more({ ...notes, reactions: () => [count] })).map(({ name }) => name);
    expect(names).toEqual([...REACTIONS.map(({ name }) => name), 'count notes']);
    expect(names).toEqual(expect.arrayContaining(['finish payments', 'dunning', 'record log head']));
    expect(names.indexOf('dunning')).toBeLessThan(names.indexOf('record log head'));
    expect(() => reactionsOf(more({ ...notes, reactions: () => [count, count] }))).toThrow(
      'two reactions: count notes',
    );
  });

  it('brings its routes to the roles and to batches', () => {
    const { roles, batch } = servedBy(more(notes));
    expect(roles['POST /v1/notes']).toEqual(['clerk']);
    expect(batch.map(({ key }) => key)).toContain('POST /v1/notes');
  });
});

describe('the registry refuses', () => {
  const { facts: _, ...other } = notes;
  it.each<[string, AnyFeature, RegExp]>([
    [
      'a fact that two features declare',
      { ...other, facts: { InvoiceIssued: FACT } },
      /InvoiceIssued is a fact of another/,
    ],
    [
      'two streams of a category',
      { name: 'again', facts: {}, streams: [customers] },
      /two streams of the category customer/,
    ],
    [
      'a slice on a stream that takes none',
      { name: 'lost', facts: {}, slices: [{ on: { ...invoices, category: 'nothing' }, slice: NOTES }] },
      /lost: nothing takes no slices/,
    ],
    [
      'a command that goes to no stream',
      {
        name: 'lost',
        facts: {},
        api: () => ({ commands: [{ category: 'nothing', command: Note as never, stream: () => '' }] }),
      },
      /lost: Note goes to nothing-, which no feature has/,
    ],
  ])('%s', (_words, feature, message) => {
    expect(() => {
      factsOf(more(feature));
      streamsOf(more(feature));
      servedBy(more(feature));
    }).toThrow(message);
  });
});

it('one decider a category: what is kept of a stream is folded in one way', () => {
  const byCategory = new Map<string, unknown>();
  for (const { decider } of ROUTES) {
    expect(byCategory.get(decider.category) ?? decider).toBe(decider);
    byCategory.set(decider.category, decider);
  }
  expect([...byCategory.keys()].map((category) => `${category}-`).sort()).toEqual([...FACT_STREAMS].sort());
});

describe('a fact that moves money', () => {
  type Written = {
    Forgiven: { invoiceId: string; customerId: string; currency: string; amount: string; on: string };
  };
  const facts = { Forgiven: FACT } as never;
  const money = {
    Forgiven: postings(({ invoiceId: invoice, customerId: party, currency, amount, on }) => {
      const off = Money.of(amount, currency);
      return [
        leg('receivable', 'write-off', off.negated(), { invoice, party, on }),
        leg('written-off', 'applied', off, { party, on }),
      ];
    }),
  } satisfies PostingsOf<Written>;
  const control: Feature<Written, typeof money>['control'] = {
    Forgiven: {
      adds: [
        {
          field: 'amount',
          sign: '-',
          to: ({ invoiceId: invoice, customerId: party, on }) => ({ party, invoice, on }),
          document: {
            count: 'writeOffs',
            sum: 'forgiven',
            legs: { account: 'written-off', kind: 'applied' },
          },
        },
      ],
    },
  };
  const writeOff = feature<Written, typeof money>({ name: 'forgiving', facts, money, control });

  it('moves it in every table and total, and no file beside its manifest knows it', () => {
    const { postings: all, controls } = declarationsOf(more(writeOff));
    expect(all.Forgiven).toBe(money.Forgiven);
    const on = Object.fromEntries(projectionsOf(more(writeOff)).map((one) => [one.name, one.on]));
    for (const name of ['ledger', 'control', 'invoices'])
      expect(on[name]).toHaveProperty('Forgiven', expect.any(Function));
    const ledger = controlTotals(controls, []).find(({ projection }) => projection === 'ledger')!;
    expect(ledger.ofTables((table) => table)).toContain("account = 'written-off'");
    expect(ledger.ofFacts!.map((of) => of('facts')).join()).toContain("'Forgiven', 'amount'");
  });

  it('says what it adds to the control: else it does not compile, and the registry does not start', () => {
    // @ts-expect-error Property 'control' is missing
    const silent = feature<Written, typeof money>({ name: 'forgiving', facts, money });
    expect(() => projectionsOf(more(silent))).toThrow(
      'forgiving: Forgiven moves money; what does it add to the control?',
    );
    // @ts-expect-error Property 'Forgiven' is missing
    feature<Written>({ name: 'forgiving', facts, money: {} });
    // @ts-expect-error postings are no noMoney: their type is to be named
    feature<Written>({ name: 'forgiving', facts, money });
    expect(feature<Written>({ name: 'forgiving', facts, money: { Forgiven: noMoney } })).toBeDefined();
  });

  it('is declared in a file of its own, so that a change of it rebuilds the projections made of it', () => {
    const folder = join(__dirname, '..');
    const exported = (kind: RegExp): unknown[] =>
      readdirSync(folder, { recursive: true })
        .map(String)
        .filter((path) => kind.test(path))
        // eslint-disable-next-line @typescript-eslint/no-require-imports
        .flatMap((path) => Object.values(require(join(folder, path)) as Record<string, object>))
        .flatMap((table) => Object.values(table) as unknown[]);
    const moving = Object.values<Postings<never> | { moves: false }>(POSTINGS).filter(({ moves }) => moves);
    expect(moving.length).toBeGreaterThan(5);
    for (const posting of moving) expect(exported(/\.postings\.ts$/)).toContain(posting);
    for (const control of Object.values(CONTROLS)) expect(exported(/\.control\.ts$/)).toContain(control);
  });
});
