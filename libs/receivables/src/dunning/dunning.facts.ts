import type { FactsDeclared } from '../manifest/fact.js';
import { maybe, OF_INVOICE, sentence } from '../manifest/words.js';
import { daysIn } from './days.kinds.js';
import type { DunningFacts, StepNamed } from './dunning.events.js';

const STEP = {
  ...OF_INVOICE,
  stepId: 'uuid v5 of invoice, instalment, step and agreed due date',
  step: "the policy's key: due+7 is 7 days after the agreed due date",
  days: 'days from the agreed due date, where the key does not say them',
  agreedDueOn: 'agreed due date from which the step is counted',
  part: 'number of the instalment; left out: the first',
  policyId: 'policy by which it was decided; left out by releases that had one ladder',
  policyVersion: 'version of the policy; 0: as Quittance brings it',
};
const AT_THE_STEP = {
  currency: 'ISO 4217',
  open: 'what was open of it then and held up by nothing',
  ownerId: 'person who followed it up then',
};
const MAIL = { mailId: 'the mail that it is in' };
const STREAM = 'dunning-<invoice uuid>';

/** What Quittance says of the facts of a chase. */
export const dunningFacts: FactsDeclared<DunningFacts> = {
  ReminderPlanned: {
    schema: 1,
    effectiveOn: (fact) => fact.plannedOn,
    sentence: (fact, actor) =>
      sentence(
        `${actor} planned the reminder ${of(fact)}`,
        `${fact.open} ${fact.currency} open`,
        fact.onAccount !== undefined && `${fact.onAccount} ${fact.currency} held on account`,
        `followed up by ${fact.ownerId}`,
      ),
    stream: STREAM,
    comment: 'A reminder was planned',
    fields: {
      ...{ ...STEP, ...AT_THE_STEP, plannedOn: 'business date of the decision' },
      template: 'template of the mail',
      tone: 'friendly, formal or firm',
      approval: 'person: somebody approves the mail before it leaves; none: nobody need',
      language: 'language of the mail',
      mailId: 'the mail that it is to be in',
      asked: 'what the mail asks: open less what is held on account',
      onAccount: 'what is held of the customer and set against it; left out: nothing',
      habit:
        'where the tone follows from how the customer paid within a year: {settled, onTime, late, broken}, invoices and promises; left out: the policy names the tone',
    },
  },

  ReminderSkipped: {
    schema: 1,
    effectiveOn: (fact) => fact.skippedOn,
    sentence: (fact, actor) =>
      sentence(
        `${actor} skipped the reminder ${of(fact)}: ` +
          (fact.code === 'superseded' ? 'a later one took its place' : fact.code.replaceAll('-', ' ')),
      ),
    stream: STREAM,
    comment: 'A reminder was left out',
    fields: {
      ...STEP,
      skippedOn: 'business date of the decision',
      code: 'why: superseded (a later step took its place), paid, disputed, promised, on-plan, paused, insolvent, in-collection, below-minimum, unapplied-cash, open-credit, in-transit, bounced-address, ...',
      held: 'where money or credits on account are why: how much was held then',
      mailId: 'the mail that it was taken out of',
    },
  },

  ReminderSent: {
    schema: 1,
    effectiveOn: (fact) => fact.sentOn,
    sentence: (fact, actor) => `${actor} sent the reminder ${of(fact)}`,
    stream: STREAM,
    comment: 'The mail with a reminder was accepted by a mail server',
    fields: {
      ...{ ...STEP, ...MAIL, messageId: 'Message-ID of the mail', sentOn: 'business date on which it left' },
    },
  },

  ReminderRefused: {
    schema: 1,
    effectiveOn: (fact) => fact.refusedOn,
    sentence: (fact, actor) => `${actor} refused the reminder ${of(fact)}`,
    stream: STREAM,
    comment: 'Somebody decided that the mail does not leave; the mail says why',
    fields: { ...STEP, ...MAIL, refusedOn: 'business date of the decision' },
  },

  ReminderBounced: {
    schema: 1,
    effectiveOn: (fact) => fact.bouncedOn,
    sentence: (fact, actor) => `${actor} recorded that the reminder ${of(fact)} came back: ${fact.code}`,
    stream: STREAM,
    comment: 'The mail with a reminder came back',
    fields: {
      ...{ ...STEP, ...MAIL, code: 'status code of the mail server' },
      permanent: 'nothing will reach that address',
      bouncedOn: 'business date on which it came back',
    },
  },

  InvoiceEscalated: {
    schema: 1,
    effectiveOn: (fact) => fact.escalatedOn,
    sentence: (fact, actor) =>
      sentence(
        `${actor} escalated invoice ${fact.number} from ${fact.ownerId} to ${fact.escalatedTo ?? 'nobody, as no manager or lead is known'}`,
        maybe('their ', fact.escalatedAs === 'admin' ? undefined : fact.escalatedAs),
        `${when(fact)} the agreed due date ${fact.agreedDueOn}`,
        `${fact.open} ${fact.currency} open`,
      ),
    stream: STREAM,
    comment: 'The invoice went to the manager of its owner',
    fields: {
      ...{ ...STEP, ...AT_THE_STEP, escalatedOn: 'business date of the decision' },
      escalatedTo: 'manager or lead to whom it went, else an admin; null: none is known',
      escalatedAs: 'manager, lead or admin: as what they were told',
    },
  },

  OwnerAlerted: {
    schema: 1,
    effectiveOn: (fact) => fact.alertedOn,
    sentence: (fact, actor) =>
      sentence(
        `${actor} told ${fact.ownerId} of invoice ${fact.number}`,
        `${when(fact)} the agreed due date ${fact.agreedDueOn}`,
        `${fact.open} ${fact.currency} open`,
      ),
    stream: STREAM,
    comment: 'The owner was told that something is due',
    fields: { ...STEP, ...AT_THE_STEP, alertedOn: 'business date of the decision' },
  },

  CollectionProposed: {
    schema: 1,
    effectiveOn: (fact) => fact.proposedOn,
    sentence: (fact, actor) =>
      sentence(
        `${actor} proposed to hand invoice ${fact.number} over for collection`,
        `${when(fact)} the agreed due date ${fact.agreedDueOn}`,
        `${fact.open} ${fact.currency} open`,
      ),
    stream: STREAM,
    comment: 'A person is to decide whether an agency collects it',
    fields: { ...STEP, ...AT_THE_STEP, proposedOn: 'business date of the decision' },
  },
};

/** Which step it is, of which invoice. */
const of = (fact: StepNamed): string =>
  `${when(fact)} the agreed due date ${fact.agreedDueOn} of ${
    fact.part === undefined ? '' : `instalment ${fact.part} of `
  }invoice ${fact.number}`;

/** `due-3` is "3 days before", `due+7` "7 days after". */
function when({ step, days = daysIn(step) ?? 0 }: StepNamed): string {
  return `${Math.abs(days)} days ${days < 0 ? 'before' : 'after'}`;
}
