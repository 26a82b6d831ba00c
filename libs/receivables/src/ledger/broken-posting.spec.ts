import { ProjectorWatch } from '@quittance/reading';
import type { AnyProjection } from '@quittance/read-model';
import { story } from '../../../../test/support/story.js';
import { Ledger } from '../../spec/ledger.js';
import type { PaymentFacts } from '../payment/payment.events.js';
import { CONTROLS, FACTS, POSTINGS, PROJECTIONS } from '../features.js';
import { derived } from '../manifest/registry.js';
import { AgingQueries } from '../reporting/aging.queries.js';
import { knownAxis } from '../reporting/axis.js';
import { ledgerProjection } from './ledger.projection.js';
import { postings } from './legs.js';

/** A table of postings in which one is wrong. */
const withPostings = (more: object): AnyProjection[] =>
  PROJECTIONS.map((one) =>
    one.name === ledgerProjection.name
      ? derived(ledgerProjection, {
          ...{ facts: FACTS, controls: CONTROLS },
          postings: { ...POSTINGS, ...more },
        })
      : one,
  );

/** Balanced, and yet not what was received: part of the money is forgotten. */
const forgetful = {
  PaymentReceived: postings((data: PaymentFacts['PaymentReceived']) =>
    POSTINGS.PaymentReceived.legs({ ...data, amount: '20.00' }),
  ),
};
/** What comes in does not go anywhere. */
const oneSided = {
  PaymentReceived: postings((data: PaymentFacts['PaymentReceived']) =>
    POSTINGS.PaymentReceived.legs(data).filter(({ account }) => account === 'cash'),
  ),
};

const booked = async (projections: readonly AnyProjection[], work: (ledger: Ledger) => Promise<void>) => {
  const ledger = await Ledger.open(projections);
  try {
    await ledger.customer('A');
    await ledger.issue('1', { customer: 'A', total: '100.00', dueOn: '2026-03-31' });
    await ledger.receive('P', '25.00', '2026-04-02', {}, { payer: 'A' });
    await work(ledger);
  } finally {
    await ledger.close();
  }
};

describe('a wrong posting', () => {
  story('ground', 'A3', 'A wrong posting shows as a break: no posting feeds the control', async (show) => {
    const asked = async (ledger: Ledger): Promise<object[]> => {
      const clock = { now: () => new Date(), today: () => '2026-06-30' };
      const axis = knownAxis(ledger.pool, new ProjectorWatch(ledger.pool), clock);
      const aging = new AgingQueries(ledger.pool, axis);
      const knownAt = await ledger.beat();
      const answers = [];
      for (const asOf of ['2026-04-05', '2026-06-30']) {
        const question = { asOf, knownAt, by: 'customer' as const };
        const { currencies, rows } = await aging.page(question, await aging.place(question));
        for (const { open, unapplied, control, balanced } of [...currencies, ...rows])
          answers.push({ open, unapplied, control, balanced });
      }
      return answers;
    };
    for (const [input, projections, unapplied, balanced] of [
      ['25.00 received, posted as declared', PROJECTIONS, '25.00', true],
      ['25.00 received, posted as 20.00: its legs add up', withPostings(forgetful), '20.00', false],
    ] as const) {
      await booked(projections, async (ledger) =>
        show({
          input: `aging of A's 100.00 and ${input}: total and row, past and present`,
          right: Array(4).fill({ open: '100.00', unapplied, control: '75.00', balanced }),
          got: await asked(ledger),
        }),
      );
    }
  });

  story(
    'ground',
    'A4',
    'Legs that do not sum to zero park the stream, and say of which fact and when',
    async (show) => {
      await booked(withPostings(oneSided), async (ledger) => {
        const { rows } = await ledger.pool.query(
          'select projection, type, error from projector.parked order by projection',
        );
        const lines = await ledger.pool.query(
          'select account, against from live.ledger_lines order by position, line',
        );
        show({
          input: 'money received is posted to cash and to nothing else',
          right: {
            parked: [
              {
                projection: 'ledger',
                type: 'PaymentReceived',
                error:
                  'the legs of PaymentReceived must add up to zero on each day: EUR on 2026-04-02 they come to …',
              },
            ],
            lines: [{ account: 'receivable', against: 'issued' }],
          },
          got: { parked: rows, lines: lines.rows },
        });
      });
    },
  );
});
