import { type FactOf, stream } from '@quittance/kernel';
import { given, TODAY } from '../../../../test/support/decisions.js';
import { person } from '../person/person.decider.js';
import type { PersonFacts } from '../person/person.events.js';
import { alert } from './alert.decider.js';
import type { AlertFacts, DigestFacts, DigestItem } from './alert.events.js';
import { digests } from './alert.stream.js';
import { digestText } from './digest.text.js';

const people = stream('person', [person, alert], { opened: true });
const SEEN: FactOf<PersonFacts> = {
  type: 'PersonSeen',
  data: { personId: 'anna', roles: ['clerk'], seenOn: '2026-01-02' },
};
const CHOSEN: FactOf<AlertFacts> = {
  type: 'AlertsChosen',
  data: { personId: 'anna', alerts: 'mail', language: 'it', chosenOn: TODAY },
};

describe('how a person is told', () => {
  const choose = (command: object, by: object = {}, ...facts: FactOf<PersonFacts & AlertFacts>[]) =>
    given(people, SEEN, ...(facts as never[])).when(
      'ChooseAlerts',
      { personId: 'anna', alerts: 'mail', language: 'it', ...command },
      undefined,
      by,
    );

  it('is said by themselves, or by an admin', () => {
    expect(choose({})).toEqual([CHOSEN]);
    expect(choose({}, { actor: 'ada', roles: ['admin'] })).toEqual([CHOSEN]);
    expect(choose({}, { actor: 'ada', roles: ['manager'] })).toMatchObject({ refused: 'forbidden' });
  });

  it('said again is nothing to do; the language stays', () => {
    expect(choose({}, {}, CHOSEN)).toEqual([]);
    expect(choose({ alerts: 'webhook', language: undefined }, {}, CHOSEN)).toMatchObject([
      { data: { alerts: 'webhook', language: 'it' } },
    ]);
    expect(choose({ alerts: 'none', language: undefined })).toEqual([]);
  });

  it('is nothing to say of nobody', () => {
    const nobody = given(people).when('ChooseAlerts', { personId: 'anna', alerts: 'mail' }, undefined);
    expect(nobody).toMatchObject({ refused: 'person-not-found' });
  });

  it('ends when the person is erased', () => {
    const erased = {
      type: 'PersonalDataErased',
      data: { subject: 'person-1', personId: 'anna', erasedOn: TODAY, reason: 'Asked.' },
    } as never;
    const gone = given(people, SEEN, CHOSEN as never, erased);
    expect(gone.state.alert.alerts).toBe('none');
    expect(gone.when('ChooseAlerts', { personId: 'anna', alerts: 'mail' }, undefined)).toMatchObject({
      refused: 'person-erased',
    });
  });
});

const ITEM: DigestItem = {
  ...{ id: 'overdue.i.2026-06-14', kind: 'overdue', invoiceId: 'i', number: '2026-0117' },
  ...{ customerId: 'C<1>', dueOn: '2026-06-14', open: '1250.00', currency: 'EUR' },
};
const DRAWN_UP: FactOf<DigestFacts> = {
  type: 'DigestDrawnUp',
  data: {
    ...{ digestId: '1', personId: 'anna', on: TODAY, alerts: 'mail', language: 'it' },
    ...{ items: [ITEM], more: 0 },
  },
};
const written = { address: 'anna@example.com', line: 'a', text: 'b', html: 'c' };
const leaving = { subject: 'person-1', wanted: true, items: 1, written };

describe('a digest', () => {
  const begin = (references: object = {}, context: object = {}, ...more: FactOf<DigestFacts>[]) =>
    given(digests, DRAWN_UP, ...more).when(
      'BeginDigest',
      { digestId: '1', items: [ITEM], messageId: '<1@x>', sender: 'x@x' },
      { ...leaving, ...references },
      context,
    );
  const end = (outcome: object, attempt = 1) =>
    given(digests, DRAWN_UP, begun(attempt)).when(
      'EndDigest',
      { digestId: '1', messageId: '<1@x>', outcome: 'accepted', ...outcome },
      { subject: 'person-1' },
    );
  const begun = (attempt: number): FactOf<DigestFacts> => ({
    type: 'DigestSendingBegun',
    data: {
      ...{ digestId: '1', personId: 'anna', begunOn: TODAY, messageId: '<1@x>', sender: 'x@x', attempt },
      ...{ items: 1, more: 0, personal: { subject: 'person-1', ...written } },
    },
  });

  it('is drawn up once a day, where there is something to tell', () => {
    const drawUp = DRAWN_UP.data;
    expect(given(digests).when('DrawUpDigest', drawUp, undefined)).toEqual([DRAWN_UP]);
    expect(given(digests, DRAWN_UP).when('DrawUpDigest', drawUp, undefined)).toEqual([]);
    expect(given(digests).when('DrawUpDigest', { ...drawUp, items: [] }, undefined)).toEqual([]);
  });

  it('leaves on its day, to an address, while it is wanted and something is left of it', () => {
    expect(begin()).toEqual([begun(1)]);
    expect(begin({}, { today: '2026-06-16' })).toMatchObject([{ data: { code: 'day-over' } }]);
    expect(begin({ wanted: false })).toMatchObject([{ data: { code: 'not-wanted' } }]);
    expect(begin({ items: 0 })).toMatchObject([{ data: { code: 'all-closed' } }]);
    expect(begin({ written: undefined })).toMatchObject([{ data: { code: 'no-address', final: true } }]);
    expect(begin({}, {}, begun(1))).toEqual([]);
  });

  it('by webhook is told with its fact: no mail leaves', () => {
    const told = { ...DRAWN_UP, data: { ...DRAWN_UP.data, alerts: 'webhook' } } as FactOf<DigestFacts>;
    const command = { digestId: '1', items: [ITEM], messageId: '<1@x>', sender: 'x@x' };
    expect(given(digests, told).when('BeginDigest', command, leaving)).toEqual([]);
  });

  it('is tried again when the server says later, eight times; what nobody knows is not', () => {
    expect(end({})).toMatchObject([{ type: 'DigestAccepted' }]);
    expect(end({ outcome: 'failed', code: '450' })).toMatchObject([{ data: { final: false } }]);
    expect(end({ outcome: 'failed', code: '450' }, 8)).toMatchObject([{ data: { final: true } }]);
    expect(end({ outcome: 'failed', code: '550', final: true })).toMatchObject([{ data: { final: true } }]);
    expect(end({ outcome: 'unknown' })).toMatchObject([{ type: 'DigestOutcomeUnknown' }]);
    expect(end({ messageId: '<2@x>' })).toEqual([]);
  });
});

describe('what a digest says', () => {
  const said = { on: TODAY, items: [ITEM], more: 0, publicUrl: 'https://q.example' };

  it.each([
    ['en', 'One invoice to look at on 15 June 2026', 'Overdue', '1,250.00 EUR', '14 June 2026'],
    ['it', 'Una fattura da guardare il 15 giugno 2026', 'Scaduta', '1.250,00 EUR', '14 giugno 2026'],
    ['de', 'Eine Rechnung anzusehen am 15. Juni 2026', 'Überfällig', '1.250,00 EUR', '14. Juni 2026'],
    ['bg', 'Една фактура за преглед на 15 юни 2026 г.', 'Просрочена', '1 250,00 EUR', '14 юни 2026 г.'],
  ] as const)('is in the language of the reader: %s', (language, subject, what, open, dueOn) => {
    const mail = digestText(language, said);
    const spaces = (text: string): string => text.replace(/\u00a0/g, ' ');
    expect(spaces(mail.subject)).toBe(subject);
    for (const part of [what, '2026-0117', 'C<1>', open, dueOn, 'https://q.example/invoices/i'])
      expect(spaces(mail.text)).toContain(part);
    expect(mail.html).toContain('C&lt;1&gt;');
    expect(mail.html).toContain('href="https://q.example/invoices/i"');
  });

  it('says how many there are beside those that it names, and has links where there is a page', () => {
    const mail = digestText('en', { ...said, more: 7, publicUrl: undefined });
    expect(mail.subject).toContain('8 invoices');
    expect(mail.text).toContain('And 7 more');
    expect(mail.html).not.toContain('href');
  });
});
