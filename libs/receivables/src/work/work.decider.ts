import { factsOf, Rejection, type Slice, wrong } from '@quittance/kernel';
import type { DoWork, SnoozeWork } from './work.commands.js';
import type { WorkFacts } from './work.events.js';

export interface WorkSlice {
  name: 'work';
  commands: { DoWork: DoWork; SnoozeWork: SnoozeWork };
  facts: WorkFacts;
  own: { done: boolean };
  /** The customer's stream, whose key seals what is said. */
  references: { DoWork: { subject: string }; SnoozeWork: { subject: string } };
}

const fact = factsOf<WorkFacts>();

/** What people said of things to do. The things themselves are worked out for each question. */
export const work: Slice<WorkSlice> = {
  name: 'work',
  initial: { done: false },
  decide: {
    DoWork({ itemId, customerId, note }, { own }, { today, references: { subject } }) {
      const about = { itemId, customerId: there(itemId, customerId, own), doneOn: today };
      return [fact('WorkDone', { ...about, personal: note === undefined ? undefined : { subject, note } })];
    },
    SnoozeWork({ itemId, customerId, until, reason }, { own }, { today, references: { subject } }) {
      const about = { itemId, customerId: there(itemId, customerId, own), snoozedOn: today };
      if (until <= today) throw wrong('/until', 'after-today', until, `a day after today, ${today}`);
      return [fact('WorkSnoozed', { ...about, until, personal: { subject, reason } })];
    },
  },
  evolve: {
    WorkDone: () => ({ done: true }),
    WorkSnoozed: (own) => own,
  },
};

function there(itemId: string, customerId: string | undefined, { done }: { done: boolean }): string {
  if (done)
    throw Rejection.conflict('already-done', 'It was done: it comes again when there is new reason for it.');
  if (customerId === undefined)
    throw Rejection.notFound('work-not-found', `There is nothing to do under ${itemId}.`);
  return customerId;
}
