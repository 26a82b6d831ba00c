import { type Api, commandsOf } from '../manifest/feature.js';
import { EVERYONE } from '../manifest/roles.js';
import {
  ApproveMail,
  BeginSending,
  BounceMail,
  ChangeMail,
  DraftMail,
  EndSending,
  HoldMailBack,
  RefuseMail,
} from './mail.commands.js';
import { MailController, MailQueriesController } from './mail.controller.js';
import { MAILS } from './mail.list.js';
import { MailQueries } from './mail.queries.js';
import {
  aboutMail,
  approvalReferences,
  mailInPath,
  sendingReferences,
  subjectOfMail,
} from './mail.references.js';
import { mails } from './mail.stream.js';
import { failedMails, unknownMails } from './troubled.sql.js';

const roles = ['clerk', 'manager'] as const;

export const mailApi: Api = {
  commands: commandsOf(mails, {
    DraftMail: { command: DraftMail, ...aboutMail, internal: true },
    ApproveMail: { command: ApproveMail, ...aboutMail, references: approvalReferences },
    RefuseMail: { command: RefuseMail, ...aboutMail, references: subjectOfMail },
    ChangeMail: { command: ChangeMail, ...aboutMail, references: subjectOfMail },
    BounceMail: { command: BounceMail, ...aboutMail },
    BeginSending: { command: BeginSending, ...aboutMail, internal: true, references: sendingReferences },
    HoldMailBack: { command: HoldMailBack, ...aboutMail, internal: true, references: sendingReferences },
    EndSending: { command: EndSending, ...aboutMail, internal: true, references: subjectOfMail },
  }),
  routes: {
    'POST /v1/reminders/approvals': { roles },
    'POST /v1/reminders/:id/approval': { roles, batch: { command: ApproveMail, path: mailInPath } },
    'POST /v1/reminders/:id/refusal': { roles, batch: { command: RefuseMail, path: mailInPath } },
    'POST /v1/reminders/:id/changes': { roles },
    'GET /v1/reminders/:id': { roles: EVERYONE },
    'POST /v1/mails/:id/bounce': { roles, batch: { command: BounceMail, path: mailInPath } },
    'GET /v1/mails/:id': { roles: EVERYONE },
  },
  lists: [
    {
      list: MAILS,
      path: 'v1/mails',
      tag: 'Mails',
      summary: 'Mails: drafted, looked at, sent',
      roles: EVERYONE,
    },
  ],
  work: [
    {
      ...{ kind: 'mail-unknown', urgency: 3 },
      next: 'Ask whether it came; approve it again (/v1/reminders/{id}/approval) or refuse it (/v1/reminders/{id}/refusal)',
      relation: unknownMails,
    },
    {
      ...{ kind: 'mail-failed', urgency: 4 },
      next: 'Mend the address; approve it again (/v1/reminders/{id}/approval) or refuse it (/v1/reminders/{id}/refusal)',
      relation: failedMails,
    },
  ],
  codes: {
    'mail-not-found': [404, 'There is no such mail.', 'Look it up in /v1/mails.'],
    'mail-approved': [409, 'The mail is approved.', 'It leaves by itself; refuse it to stop it.'],
    'mail-over': [409, 'The mail stands as it is.', 'Look at its status: `detail` says it.'],
    'mail-not-sent': [409, 'The mail did not leave.', 'Look at its status.'],
  },
  writes: [MailController],
  reads: [MailQueriesController],
  providers: [MailQueries],
};
