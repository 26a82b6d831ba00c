import {
  answerOf,
  code,
  count,
  date,
  decimal,
  instant,
  listOf,
  money,
  orNull,
  part,
  text,
  texts,
  truth,
  words,
} from '@quittance/reading';

// What is answered of one fact, and of a stream as it is stored.

const HASH = '3a5c2f0f5f1d6c0b7e9a3d1c2b4f6a8091b3d5f7e9c1a3b5d7f901234567890a';
const STREAM = 'invoice-0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c';

const NEIGHBOUR = {
  position: decimal('Its place in the log', '48150'),
  revision: count('Its place in the stream', 0),
  type: code('Type of the fact', 'InvoiceIssued'),
  hash: words('SHA-256 (hex) of it', HASH),
};

const LINKED = {
  position: decimal('Its place in the log', '48210'),
  stream: words('Its stream', STREAM),
  type: code('Type of the fact', 'PaymentApplied'),
  sentence: text('What happened', 'maria settled 500.00 EUR of invoice 2026-0117'),
};

const LEG = {
  account: words('Of the ledger', 'receivable'),
  kind: words('What of that account', 'cash'),
  on: date('The business date it counts from', '2026-03-01'),
  amount: money('Debit positive, credit negative', '-500.00'),
  currency: code('ISO 4217', 'EUR'),
  customerId: orNull(words('Whose it is; null: nobody known', 'C-104')),
  invoiceId: orNull(words('Of the invoice', '0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c')),
};

const STORED = {
  revision: count('Its place in the stream', 1),
  position: decimal('Its place in the log', '48213'),
  id: words('Id of the fact', '5a0c7b1e-52a8-5d39-8a4e-8d1c1f2e3d4c'),
  type: code('Type of the fact', 'ExtensionGranted'),
  data: words('What it says, JSON as stored; personal data is sealed', '{"number":"2026-0117"}'),
  metadata: words('JSON as stored', `{"hashVersion":1,"previousHash":null,"hash":"${HASH}"}`),
  recordedAt: instant('When the store recorded it', '2026-03-01T09:12:44.120Z'),
};

export const FACT_ANSWER = answerOf({
  stream: words('Its stream in the event store', STREAM),
  ...STORED,
  schema: count('Version of the shape that it is stored in', 1),
  key: words('Names the sentence in every language', 'ExtensionGranted'),
  sentence: text(
    'What happened, in the language of the answer',
    'maria moved the agreed due date of invoice 2026-0117',
  ),
  language: words('Of the sentences', 'en'),
  reason: orNull(text('Why, as stated', 'Goods came late')),
  actor: words('Who recorded it', 'maria'),
  roles: texts('Their roles at that time', ['clerk']),
  effectiveOn: date('The business date it counts from', '2026-03-01'),
  correlationId: orNull(words('Of the request, shared by everything that it caused', 'month-end-2026-03')),
  commandId: orNull(words('Of the command', '7c2f9d0e-9f5c-5d0e-8a4e-8d1c1f2e3d4c')),
  hash: words('SHA-256 (hex) that it carries', HASH),
  legs: listOf('What it moves in the ledger: nothing where it moves no money', LEG),
  whole: truth('Whether its content is what was hashed, worked out again just now', true),
  previous: orNull(part('The fact before it in its stream', NEIGHBOUR)),
  next: orNull(part('The fact after it in its stream', NEIGHBOUR)),
  causedBy: orNull(part('The fact that caused it; null: a request did', LINKED)),
  consequences: listOf('Facts that it caused, the first 100', LINKED),
  proof: orNull(
    part('That it is in the log as its head was recorded; null: no head was recorded since', {
      from: orNull(
        part('The recorded head before it; null: there is none', {
          position: decimal('Of the last fact that it covers', '40000'),
          hash: words('SHA-256 (hex)', HASH),
        }),
      ),
      hashes: orNull(
        texts('Hashes of the facts after that head, in order; null: there are more than 10,000', [HASH]),
      ),
      place: orNull(count('Which of them is the fact’s, from 0', 0)),
      to: part(
        'The recorded head after it: each step is SHA-256 of the hash so far and the next one, as texts',
        {
          position: decimal('Of the last fact that it covers', '48213'),
          hash: words('SHA-256 (hex)', HASH),
          recorded: decimal('Position of the fact that says so', '48300'),
        },
      ),
    }),
  ),
});

export const RAW_ANSWER = answerOf({
  stream: words('The stream', STREAM),
  items: listOf('Facts as they are stored, oldest first', STORED),
  next: orNull(count('`from` of the next page; null: there is none', 500), null),
});
