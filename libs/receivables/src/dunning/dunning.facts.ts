import type { FactsDeclared } from '../manifest/fact.js';
import { OF_INVOICE, sentence } from '../manifest/words.js';
import type { DunningFacts } from './dunning.events.js';

const STEP = {
  ...OF_INVOICE,
  stepId: 'uuid v5 of invoice, instalment (in this release always 1), step and agreed due date',
  step: 'due-3, due+3, due+7, due+14, due+30: days from the agreed due date',
  agreedDueOn: 'agreed due date from which the step is counted',
};
const AT_THE_STEP = {
  currency: 'ISO 4217',
  open: 'what was open then and not disputed',
  ownerId: 'person who followed it up then',
};

/** What Quittance says of the facts of a chase. */
export const dunningFacts: FactsDeclared<DunningFacts> = {
  ReminderPlanned: {
    schema: 1,
    effectiveOn: (fact) => fact.plannedOn,
    sentence: (fact, actor) =>
      sentence(
        `${actor} planned the reminder ${step(fact.step)} the agreed due date ${fact.agreedDueOn} of invoice ${fact.number}`,
        `${fact.open} ${fact.currency} open`,
        `followed up by ${fact.ownerId}`,
      ),
    stream: 'dunning-<invoice uuid>',
    comment: 'A reminder was planned',
    fields: { ...STEP, ...AT_THE_STEP, plannedOn: 'business date of the decision' },
  },

  ReminderSkipped: {
    schema: 1,
    effectiveOn: (fact) => fact.skippedOn,
    sentence: (fact, actor) =>
      sentence(
        `${actor} skipped the reminder ${step(fact.step)} the agreed due date ${fact.agreedDueOn} of invoice ${fact.number}: ` +
          (fact.code === 'superseded' ? 'a later one took its place' : fact.code.replaceAll('-', ' ')),
      ),
    stream: 'dunning-<invoice uuid>',
    comment: 'A reminder was left out',
    fields: {
      ...STEP,
      skippedOn: 'business date of the decision',
      code: 'why: superseded (a later step took its place)',
    },
  },

  InvoiceEscalated: {
    schema: 1,
    effectiveOn: (fact) => fact.escalatedOn,
    sentence: (fact, actor) =>
      sentence(
        `${actor} escalated invoice ${fact.number} from ${fact.ownerId} to ${fact.escalatedTo ?? 'nobody, as no manager or lead is known'}`,
        `${step(fact.step)} the agreed due date ${fact.agreedDueOn}`,
        `${fact.open} ${fact.currency} open`,
      ),
    stream: 'dunning-<invoice uuid>',
    comment: 'The invoice went to the manager of its owner',
    fields: {
      ...STEP,
      ...AT_THE_STEP,
      escalatedOn: 'business date of the decision',
      escalatedTo: 'manager or lead to whom it went; null: none is known',
    },
  },
};

/** `due-3` is "3 days before", `due+7` "7 days after". */
function step(key: string): string {
  const days = key.replace(/^due[+-]/, '');
  return `${days} days ${key.startsWith('due-') ? 'before' : 'after'}`;
}
