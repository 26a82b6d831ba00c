import { type CannotWord, type Command, commandAbout } from '../command/command';
import type { MailDetails, MailRow } from './use-mail';

type Named = Pick<MailRow, 'id' | 'status'>;
const about = commandAbout<Named>();
const names = ({ id }: Named): Record<string, string> => ({ id });

const APPROVAL = { path: '/v1/reminders/{id}/approval', names, fields: () => [] } as const;
const isDraft = ({ status }: Named): CannotWord | undefined =>
  status === 'draft' ? undefined : 'mailIsNoDraft';

/** `y` approves, `n` refuses, `e` changes: one after the other, without a mouse. */
const APPROVE = about({ ...APPROVAL, name: 'approveMail', shortcut: 'y', cannot: isDraft });
const SEND_AGAIN = about({ ...APPROVAL, name: 'sendAgain' });
const REFUSE = about({
  ...{ name: 'refuseMail', shortcut: 'n', path: '/v1/reminders/{id}/refusal', names },
  fields: () => [{ kind: 'text', name: 'reason', required: true, reasons: true }],
  cannot: ({ status }) => (MAY_BE_STOPPED.includes(status) ? undefined : 'mailIsOver'),
});
/** They are messages, not what they come to: an amount in them is that of the hour at which the mail leaves. */
const CHANGE = commandAbout<MailDetails>()({
  ...{ name: 'changeMail', shortcut: 'e', path: '/v1/reminders/{id}/changes', names },
  fields: ({ subjectMessage, bodyMessage, tone }) => [
    { kind: 'text', name: 'subject', long: true, required: true, initial: subjectMessage ?? '' },
    {
      ...{ kind: 'text', name: 'body', long: true, required: true, initial: bodyMessage ?? '' },
      hint: 'messageNames',
    },
    { kind: 'choice', name: 'tone', required: true, choices: ['friendly', 'formal', 'firm'], initial: tone },
  ],
  body: ({ subject, body, tone }, mail) => {
    const changed = {
      ...(subject !== mail.subjectMessage && { subject }),
      ...(body !== mail.bodyMessage && { body }),
      ...(tone !== mail.tone && { tone: tone as 'friendly' }),
    };
    return Object.keys(changed).length === 0 ? undefined : changed;
  },
  cannot: isDraft,
});
const BOUNCE = about({
  ...{ name: 'bounceMail', path: '/v1/mails/{id}/bounce', names },
  fields: () => [
    { kind: 'text', name: 'code', required: true, hint: 'bounceCodes' },
    { kind: 'choice', name: 'permanent', required: true, choices: ['for-good', 'for-now'] },
  ],
  body: ({ code = '', permanent }) => ({ code, permanent: permanent === 'for-good' }),
});

const MAY_BE_STOPPED = ['draft', 'approved', 'failed', 'unknown'];
const MAY_COME_BACK = ['sending', 'sent', 'unknown'];

/** Of many drafts at once. */
export const DRAFT_COMMANDS: Command<Named>[] = [APPROVE, REFUSE];

/** What can be done about a mail as it stands. */
export function commandsOf({ status }: Named): Command<MailDetails>[] {
  if (status === 'draft') return [APPROVE, REFUSE, CHANGE];
  return [
    ...(status === 'failed' || status === 'unknown' ? [SEND_AGAIN] : []),
    ...(MAY_BE_STOPPED.includes(status) ? [REFUSE] : []),
    ...(MAY_COME_BACK.includes(status) ? [BOUNCE] : []),
  ];
}
