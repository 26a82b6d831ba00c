import { noMoney } from '../ledger/legs.js';
import { feature } from '../manifest/feature.js';
import type { MailFacts } from './mail.events.js';
import { mailFacts } from './mail.facts.js';
import { mailProjection } from './mail.projection.js';
import { mails } from './mail.stream.js';

export const mailFeature = feature<MailFacts>({
  name: 'mail',
  facts: mailFacts,
  money: {
    MailDrafted: noMoney,
    MailItemAdded: noMoney,
    MailItemRemoved: noMoney,
    MailChanged: noMoney,
    MailApproved: noMoney,
    MailRefused: noMoney,
    MailSendingBegun: noMoney,
    MailAccepted: noMoney,
    MailSendingFailed: noMoney,
    MailOutcomeUnknown: noMoney,
    MailBounced: noMoney,
  },
  streams: [mails],
  projections: [mailProjection],
  reactions: () => (require('./mail.reactions.js') as typeof import('./mail.reactions.js')).mailReactions,
  api: () => (require('./mail.api.js') as typeof import('./mail.api.js')).mailApi,
});
