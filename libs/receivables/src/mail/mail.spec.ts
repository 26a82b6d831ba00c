import { given } from '../../../../test/support/decisions.js';
import type { MailFacts } from './mail.events.js';
import { mails } from './mail.stream.js';
import { bounceOf } from './bounce/dsn.js';
import { senderOf } from './sending/message.js';

const ITEM = {
  ...{ stepId: 's-1', invoiceId: 'i-1', number: 'N-1', currency: 'EUR', asked: '10.00' },
  agreedDueOn: '2026-06-01',
};
const ABOUT = { mailId: 'm-1', customerId: 'C-1' };
type Fact = { [Type in keyof MailFacts]: { type: Type; data: MailFacts[Type] } }[keyof MailFacts];
const DRAFTED: Fact[] = [
  {
    type: 'MailDrafted',
    data: { ...ABOUT, draftedOn: '2026-06-15', language: 'en', tone: 'formal', template: 'reminder' },
  },
];
const added = (approval: 'person' | 'none', stepId = 's-1'): Fact => ({
  type: 'MailItemAdded',
  data: { ...ABOUT, ...ITEM, stepId, addedOn: '2026-06-15', approval },
});
const APPROVED: Fact[] = [...DRAFTED, added('none'), added('none', 's-2')];
const WRITTEN = { address: 'a@example.com', line: 'Invoice', text: 'text', html: 'html' };
const begin = (
  asked: [string, { skip: string } | { asked: string } | undefined][],
  more: object = {},
  facts = APPROVED,
) =>
  given(mails, ...facts).when(
    'BeginSending',
    { mailId: 'm-1', messageId: '<m-1@x>', sender: 'x@x', creditor: 'main', on: '2026-06-15' },
    { asked: new Map(asked), quiet: false, written: WRITTEN, subject: 'customer-1', ...more },
  );
const types = (facts: unknown): string[] => (facts as { type: string }[]).map(({ type }) => type);
const ASKED = { asked: '10.00' };

describe('a mail that may leave', () => {
  it('leaves with what is asked still; what is stale goes out of it first', () => {
    expect(
      types(
        begin([
          ['s-1', ASKED],
          ['s-2', ASKED],
        ]),
      ),
    ).toEqual(['MailSendingBegun']);
    expect(
      begin([
        ['s-1', { skip: 'paid' }],
        ['s-2', ASKED],
      ]),
    ).toMatchObject([
      { type: 'MailItemRemoved', data: { stepId: 's-1', code: 'paid', left: 1 } },
      { type: 'MailSendingBegun', data: { attempt: 1, personal: WRITTEN } },
    ]);
    const none = begin([
      ['s-1', { skip: 'paid' }],
      ['s-2', { skip: 'disputed' }],
    ]);
    expect(none).toMatchObject([{ data: { left: 1 } }, { type: 'MailItemRemoved', data: { left: 0 } }]);
  });

  it('waits in quiet hours, and while the tables are behind', () => {
    expect(
      begin([
        ['s-1', ASKED],
        ['s-2', undefined],
      ]),
    ).toEqual([]);
    expect(
      begin(
        [
          ['s-1', ASKED],
          ['s-2', ASKED],
        ],
        { quiet: true },
      ),
    ).toEqual([]);
  });

  it('does not begin twice, nor where a person is to look at it', () => {
    const [begun] = begin([
      ['s-1', ASKED],
      ['s-2', ASKED],
    ]) as Fact[];
    expect(
      begin(
        [
          ['s-1', ASKED],
          ['s-2', ASKED],
        ],
        {},
        [...APPROVED, begun!],
      ),
    ).toEqual([]);
    expect(begin([['s-1', ASKED]], {}, [...DRAFTED, added('person')])).toEqual([]);
  });

  it('without an address fails for good', () => {
    expect(
      begin(
        [
          ['s-1', ASKED],
          ['s-2', ASKED],
        ],
        { written: undefined },
      ),
    ).toMatchObject([{ type: 'MailSendingFailed', data: { code: 'no-address', final: true } }]);
  });
});

describe('a mail that began to leave', () => {
  const [begun] = begin([
    ['s-1', ASKED],
    ['s-2', ASKED],
  ]) as Fact[];
  const sending = (attempt: number) =>
    given(mails, ...APPROVED, { ...begun!, data: { ...begun!.data, attempt } } as Fact);
  const nth = (attempt: number, code: string) =>
    sending(attempt).when(
      'EndSending',
      { mailId: 'm-1', messageId: '<m-1@x>', outcome: 'failed', code },
      { customerSubject: 'customer-1' },
    );

  it('is tried eight times at a server that says "later"', () => {
    expect(nth(7, '451')).toMatchObject([{ data: { code: '451', final: false } }]);
    expect(nth(8, '451')).toMatchObject([{ data: { final: true } }]);
  });

  it('waits as long as it must for a server that does not answer: that says nothing of the mail', () => {
    expect(nth(99, 'etimedout')).toMatchObject([{ data: { code: 'etimedout', final: false } }]);
  });

  it('is held back when it would say something else by now: money came in before it was recorded that it leaves', () => {
    const held = (written?: object) =>
      sending(1).when(
        'HoldMailBack',
        { mailId: 'm-1', messageId: '<m-1@x>', text: WRITTEN.text } as never,
        { asked: new Map(), quiet: false, subject: 'customer-1', written } as never,
      );
    expect(held(WRITTEN)).toEqual([]);
    const back = [{ type: 'MailSendingFailed', data: { code: 'overtaken', final: false } }];
    expect(held({ ...WRITTEN, text: 'less' })).toMatchObject(back);
    expect(held()).toMatchObject(back);
  });

  it('may come back before anybody knows that it left', () => {
    const bounced = { mailId: 'm-1', code: 'no-such-mailbox', permanent: true };
    expect(types(sending(1).when('BounceMail', bounced, undefined))).toEqual(['MailBounced']);
  });
});

describe('a message that came', () => {
  const dsn = (
    action: string,
    status: string,
    to = 'bounce+0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c@x.example',
  ) =>
    bounceOf(
      Buffer.from(
        `To: ${to}\nMIME-Version: 1.0\nContent-Type: multipart/report; boundary=b\n\n--b\nContent-Type: message/delivery-status\n\n` +
          `Reporting-MTA: dns; x\n\nAction: ${action}\nStatus: ${status}\n\n--b--\n`,
      ),
    );

  it('is a bounce when it says so, for good when it is a five', async () => {
    expect(await dsn('failed', '5.1.1')).toMatchObject({ code: 'unknown-address', permanent: true });
    expect(await dsn('failed', '4.2.2')).toMatchObject({ code: 'mailbox-unavailable', permanent: false });
    expect(await dsn('delayed', '4.4.1')).toBeUndefined();
    expect(await dsn('failed', '5.1.1', 'office@x.example')).toBeUndefined();
    expect(await bounceOf(Buffer.from('Subject: hi\n\nhello'))).toBeUndefined();
  });
});

it('a sender has a name, or none', () => {
  expect(senderOf('Bianchi "C" <a@b.example>')).toEqual({ name: 'Bianchi "C"', address: 'a@b.example' });
  expect(senderOf('a@b.example')).toEqual({ name: '', address: 'a@b.example' });
});

describe('an approval', () => {
  it('keeps which text it was, in which version, and a hash of what the mail says and asks, sealed', () => {
    const seen = { template: 'formal', templateVersion: 2, contentHash: 'ab' };
    const approved = given(mails, ...DRAFTED, added('person')).when(
      'ApproveMail',
      { mailId: 'm-1' },
      { ...seen, customerSubject: 'customer-1' },
    );
    expect(approved).toMatchObject([
      {
        type: 'MailApproved',
        data: {
          ...{ approvedBy: 'anna', template: 'formal', templateVersion: 2 },
          personal: { subject: 'customer-1', contentHash: 'ab' },
        },
      },
    ]);
  });
});
