import { factsOf, Rejection, type Slice, wrong } from '@quittance/kernel';
import type {
  ApproveMail,
  BeginSending,
  BounceMail,
  ChangeMail,
  DraftMail,
  EndSending,
  HoldMailBack,
  RefuseMail,
} from './mail.commands.js';
import type { Item, MailFacts } from './mail.events.js';
import type {
  ApprovalReferences,
  Mail,
  MailStatus,
  OfCustomer,
  SendingReferences,
} from './mail.state.decider.js';

export * from './mail.state.decider.js';

export interface MailSlice {
  name: 'mail';
  commands: {
    DraftMail: DraftMail;
    ApproveMail: ApproveMail;
    RefuseMail: RefuseMail;
    ChangeMail: ChangeMail;
    BounceMail: BounceMail;
    BeginSending: BeginSending;
    HoldMailBack: HoldMailBack;
    EndSending: EndSending;
  };
  facts: MailFacts;
  own: Mail | null;
  references: {
    ApproveMail: ApprovalReferences;
    RefuseMail: OfCustomer;
    ChangeMail: OfCustomer;
    BeginSending: SendingReferences;
    HoldMailBack: SendingReferences;
    EndSending: OfCustomer;
  };
}

const fact = factsOf<MailFacts>();
/** Items of one mail: more go into another. */
const MOST = 200;
/** After so many tries a server that says "later" is heard no more. */
const TRIES = 8;

/** A mail that asks for what is due: drafted, looked at, sent once. */
export const mail: Slice<MailSlice> = {
  name: 'mail',
  initial: null,
  decide: {
    DraftMail({ mailId, customerId, on, language, tone, template, approval, item }, { own }) {
      // A step that was planned again is in it as it is asked now.
      if (own && (!isOpen(own) || (own.items.size >= MOST && !own.items.has(item.stepId)))) return [];
      const added = fact('MailItemAdded', { mailId, customerId, ...item, addedOn: on, approval });
      return own
        ? [added]
        : [fact('MailDrafted', { mailId, customerId, draftedOn: on, language, tone, template }), added];
    },

    ApproveMail(_command, { own }, { today, id, actor, references }) {
      const { status, customerId, items } = mustBe(own, id);
      if (status === 'approved' || status === 'sending')
        throw Rejection.conflict('mail-approved', 'The mail is approved: it leaves by itself.');
      if (items.size === 0 || !APPROVED_LATER.has(status)) throw standsStill(status);
      const { customerSubject: subject, template, templateVersion, contentHash } = references;
      const by = { approvedOn: today, approvedBy: actor.id, template, templateVersion };
      return [fact('MailApproved', { mailId: id, customerId, ...by, personal: { subject, contentHash } })];
    },

    RefuseMail({ reason }, { own }, { today, id, references: { customerSubject: subject } }) {
      const { status, customerId } = mustBe(own, id);
      if (status === 'refused') return [];
      if (!APPROVED_LATER.has(status) && status !== 'approved') throw standsStill(status);
      return [
        fact('MailRefused', { mailId: id, customerId, refusedOn: today, personal: { subject, reason } }),
      ];
    },

    ChangeMail({ subject, body, tone }, { own }, { today, id, references: { customerSubject } }) {
      const { status, customerId, ...now } = mustBe(own, id);
      if (subject === undefined && body === undefined && tone === undefined)
        throw wrong('', 'names-a-field', undefined, 'name at least one field that changes');
      if (status !== 'draft') throw standsStill(status);
      if (
        (subject ?? now.subject) === now.subject &&
        (body ?? now.body) === now.body &&
        (tone ?? now.tone) === now.tone
      )
        return [];
      const personal = { subject: customerSubject, line: subject, body };
      return [fact('MailChanged', { mailId: id, customerId, changedOn: today, tone, personal })];
    },

    BounceMail({ code, permanent }, { own }, { today, id }) {
      const { status, customerId } = mustBe(own, id);
      if (status === 'bounced') return [];
      if (!MAY_COME_BACK.has(status))
        throw Rejection.conflict('mail-not-sent', 'The mail did not leave: nothing of it can come back.');
      return [fact('MailBounced', { mailId: id, customerId, code, permanent, bouncedOn: today })];
    },

    BeginSending({ messageId, sender }, { own }, { today, id, references }) {
      if (own?.status !== 'approved') return [];
      const { asked, quiet, written, subject } = references;
      const items = [...own.items.values()];
      if (quiet || items.some(({ stepId }) => asked.get(stepId) === undefined)) return [];
      const about = { mailId: id, customerId: own.customerId };
      let left = items.length;
      const stale = items.flatMap(({ stepId, invoiceId }) => {
        const now = asked.get(stepId)!;
        if (!('skip' in now)) return [];
        left -= 1;
        return [
          fact('MailItemRemoved', { ...about, stepId, invoiceId, code: now.skip, left, removedOn: today }),
        ];
      });
      if (stale.length === items.length) return stale;
      const attempt = own.attempts + 1;
      if (!written) {
        const failed = { ...about, code: 'no-address', final: true, failedOn: today };
        return [...stale, fact('MailSendingFailed', failed)];
      }
      const personal = { subject, ...written };
      return [
        ...stale,
        fact('MailSendingBegun', { ...about, begunOn: today, messageId, sender, attempt, personal }),
      ];
    },

    HoldMailBack({ messageId, text }, { own }, { today, id, references: { written } }) {
      if (own?.status !== 'sending' || own.messageId !== messageId || written?.text === text) return [];
      const about = { mailId: id, customerId: own.customerId };
      return [fact('MailSendingFailed', { ...about, code: 'overtaken', final: false, failedOn: today })];
    },

    EndSending(
      { messageId, outcome, code = '', final = false, response = '' },
      { own },
      { today, id, references },
    ) {
      if (own?.status !== 'sending' || own.messageId !== messageId) return [];
      const about = { mailId: id, customerId: own.customerId };
      const personal = { subject: references.customerSubject, response: response.slice(0, 500) };
      // A server that does not answer at all is no answer about this mail.
      const heard = /^\d/.test(code);
      switch (outcome) {
        case 'accepted':
          return [fact('MailAccepted', { ...about, messageId, acceptedOn: today, personal })];
        case 'failed':
          return [
            fact('MailSendingFailed', {
              ...{
                ...about,
                code,
                final: final || (heard && own.attempts >= TRIES),
                failedOn: today,
                personal,
              },
            }),
          ];
        case 'unknown':
          return [fact('MailOutcomeUnknown', { ...about, messageId, unknownOn: today })];
      }
    },
  },

  evolve: {
    MailDrafted: (_own, { customerId, language, tone, template }) => ({
      ...{ customerId, language, tone, template, items: new Map(), waits: false, attempts: 0 },
      status: 'draft',
    }),
    MailItemAdded: (own, { stepId, approval, ...said }) => {
      if (!own) return own;
      const { invoiceId, number, currency, asked, onAccount, agreedDueOn } = said;
      const item: Item = { stepId, invoiceId, number, currency, asked, onAccount, agreedDueOn };
      const waits = own.waits || approval === 'person';
      const status = waits ? 'draft' : 'approved';
      return { ...own, waits, status, items: new Map(own.items).set(stepId, item) };
    },
    MailItemRemoved: (own, { stepId }) => {
      if (!own) return own;
      const items = new Map([...own.items].filter(([id]) => id !== stepId));
      return { ...own, items, status: items.size === 0 ? 'dropped' : own.status };
    },
    MailChanged: (own, { tone = own?.tone ?? 'friendly', personal }) =>
      own && { ...own, tone, subject: personal.line ?? own.subject, body: personal.body ?? own.body },
    MailApproved: (own) => own && { ...own, status: 'approved' },
    MailRefused: (own) => own && { ...own, status: 'refused' },
    MailSendingBegun: (own, { messageId, attempt }) =>
      own && { ...own, status: 'sending', messageId, attempts: attempt },
    MailAccepted: (own) => own && { ...own, status: 'sent' },
    MailSendingFailed: (own, { final }) => own && { ...own, status: final ? 'failed' : 'approved' },
    MailOutcomeUnknown: (own) => own && { ...own, status: 'unknown' },
    MailBounced: (own) => own && { ...own, status: 'bounced' },
  },
};

/** One that is `sending` may have left before its process ended. */
const MAY_COME_BACK: ReadonlySet<MailStatus> = new Set(['sending', 'sent', 'unknown']);
const APPROVED_LATER: ReadonlySet<MailStatus> = new Set(['draft', 'failed', 'unknown']);
/** More may go into it. One that needs nobody's approval is open until it leaves. */
const isOpen = ({ status, waits, attempts }: Mail): boolean =>
  status === 'draft' || (status === 'approved' && !waits && attempts === 0);

const standsStill = (status: MailStatus): Rejection =>
  Rejection.conflict('mail-over', `The mail is ${status}: it stands as it is.`);

function mustBe(own: Mail | null, id: string): Mail {
  if (!own) throw Rejection.notFound('mail-not-found', `There is no mail ${id}.`);
  return own;
}
