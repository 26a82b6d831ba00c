import { standingTable, table } from '@quittance/read-model';
import { LINE } from '../columns.js';
import type { DigestItem, Way } from './alert.events.js';
import { DIGEST_STATUSES, type DigestStatus } from './digest.decider.js';

/** How a person is told, as it became known. */
export interface AlertChoiceRow {
  position: bigint;
  person_id: string;
  alerts: Way;
  language: string | null;
  effective_on: string;
  stated_at: Date;
}
export const alertChoices = table<AlertChoiceRow>({
  name: 'alert_choices',
  comment: 'How people are told of what falls due: the last line of a person counts',
  key: ['position'],
  columns: {
    position: LINE.position,
    person_id: { type: 'text', comment: 'Who is told: people.id' },
    alerts: { type: 'text', comment: 'none, mail or webhook' },
    language: { type: 'text', nullable: true, comment: 'en, it, bg or de; null: the person was erased' },
    effective_on: LINE.effective_on,
    stated_at: LINE.stated_at,
  },
  indexes: ['(person_id, position)'],
});

export interface DigestRow {
  id: string;
  person_id: string;
  drawn_up_on: string;
  alerts: string;
  language: string;
  status: DigestStatus;
  items: DigestItem[];
  named: number;
  more: number;
  attempts: number;
  tried_at: Date | null;
  code: string | null;
  message_id: string | null;
  address: string | null;
  line: string | null;
  text: string | null;
  response: string | null;
}
const personal = { type: 'text', nullable: true, personal: true } as const;

export const digests = standingTable<DigestRow>({
  name: 'digests',
  standsFor: { stream: 'digest', id: 'digestId' },
  comment: 'What people were told on a day: one a person and day',
  key: ['id'],
  columns: {
    id: { type: 'uuid', comment: 'As the API answers it' },
    person_id: { type: 'text', comment: 'Whom it is for: people.id' },
    drawn_up_on: { type: 'date', comment: 'Business date' },
    alerts: { type: 'text', comment: 'mail or webhook' },
    language: { type: 'text', comment: 'en, it, bg or de' },
    status: { type: 'text', comment: DIGEST_STATUSES.join(', ') },
    items: { type: 'jsonb', comment: 'What was to be looked at when it was drawn up: at most 100' },
    named: { type: 'integer', comment: 'How many of them it names; of a mail: when it left' },
    more: { type: 'integer', comment: 'How many there are beside them' },
    attempts: { type: 'integer', comment: 'How often it was tried' },
    tried_at: { type: 'timestamptz', nullable: true, comment: 'When it was tried last' },
    code: { type: 'text', nullable: true, comment: 'Why it failed, or was dropped; null: it was not' },
    message_id: { type: 'text', nullable: true, comment: 'Its Message-ID' },
    address: { ...personal, comment: 'Whom it was sent to' },
    line: { ...personal, comment: 'Its subject, as sent' },
    text: { ...personal, comment: 'As sent, plain' },
    response: { ...personal, comment: 'What the mail server said' },
  },
  indexes: ['(status, position)', '(person_id, drawn_up_on)'],
});
