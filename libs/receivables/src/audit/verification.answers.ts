import {
  answerOf,
  byName,
  count,
  date,
  decimal,
  listOf,
  money,
  orNull,
  pageOf,
  part,
  type Says,
  texts,
  truth,
  words,
} from '@quittance/reading';
import type { ExportedTotal } from '../audit-export/exported-totals.js';
import type { UnknownMacKey } from './macs.js';
import type { TouchedStep } from './touched-streams.queries.js';
import type { HeadItem, RecordedHead, VerificationStep } from './verification.queries.js';

// What the routes of the audit answer, as OpenAPI shows it.

export const HASH = '3a5c2f0f5f1d6c0b7e9a3d1c2b4f6a8091b3d5f7e9c1a3b5d7f901234567890a';

const HEAD = {
  position: decimal('Of the last fact that it covers', '48213'),
  facts: decimal('Facts up to there', '5120'),
  streams: decimal('Streams up to there', '840'),
  hash: words('SHA-256 (hex) over the ends of all streams', HASH),
} satisfies Says<HeadItem>;

const RECORDED_HEAD = {
  stream: words('Where it is recorded', 'log-heads-main'),
  revision: decimal('Its place in that stream', '0'),
  ...HEAD,
  recordedOn: date('Business date', '2026-03-01'),
} satisfies Says<RecordedHead>;

/** What somebody put into the stream of heads can lack any field of a head. */
export const HEADS_ANSWER = pageOf(
  answerOf(RECORDED_HEAD, ['position', 'facts', 'streams', 'hash', 'recordedOn']),
);

const TOTAL = {
  currency: words('ISO 4217', 'EUR'),
  invoices: decimal('Invoices issued', '2'),
  payments: decimal('Payments received', '1'),
  issued: money('Total of the invoices', '1720.00'),
  received: money('Total of the payments', '520.00'),
  applied: money('Taken by invoices', '500.00'),
  open: money('What is open on invoices', '1220.00'),
  pending: money('Meant for invoices that have not answered', '0.00'),
  unapplied: money('Settles nothing', '20.00'),
  creditNotes: decimal('Credit notes issued', '1'),
  credited: money('Total of the credit notes', '50.00'),
  credits: money('What is left of them', '50.00'),
  control: money('Of documents and receipts, without the legs', '1200.00'),
  accounts: byName(
    'What the legs of each account come to: debit positive, credit negative',
    money('Sum', '1220.00'),
    { receivable: '1220.00', unapplied: '-20.00' },
  ),
} satisfies Says<ExportedTotal>;

const MAC_KEY = {
  key: words('Its number', 'b1946ac9'),
  facts: count('Facts that name it', 2),
  first: texts('The first of them', ['invoice-0d5e4a3e-0f53-5b6e-9f0a-2f1c5d7e9b11@3']),
} satisfies Says<UnknownMacKey>;

export const STEP_ANSWER = answerOf({
  position: decimal('Up to here the log was read; -1: nothing is there', '48213'),
  done: truth('Whether `through` was reached', true),
  facts: count('Facts in this step', 1204),
  head: orNull(part('Of the log up to here; null before the first fact', HEAD)),
  totals: listOf(
    'What the facts of this step come to, a row a currency',
    TOTAL,
    [],
    words('Number or sum of other documents', '0'),
  ),
  macs: part('Message authentication codes', {
    facts: count('Facts of this step that have one', 1204),
    after: orNull(decimal('From here on every fact has one; null: from nowhere yet', '17')),
    unknownKeys: listOf('Keys that are named and not known', MAC_KEY),
  }),
  found: texts('Differences, each with its place; at most 20', []),
} satisfies Says<VerificationStep>);

const TOUCHED = {
  stream: words('Its name', 'invoice-0d5e4a3e-0f53-5b6e-9f0a-2f1c5d7e9b11'),
  what: words('What happened to it', 'it was deleted'),
};

export const TOUCHED_ANSWER = answerOf({
  position: orNull(decimal('Up to here the store was looked through; null: it holds nothing', '48213')),
  done: truth('Whether its end was reached', true),
  found: listOf('Streams', TOUCHED),
} satisfies Says<TouchedStep>);
