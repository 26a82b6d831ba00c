import { factsIn, frozenHistories } from '../../../../test/histories/recorded-history.js';
import { FACTS, type FactType, isFactType, type ReceivablesFacts, tell } from '../features.js';

const told = <Type extends FactType>(type: Type, data: ReceivablesFacts[Type], actor = 'anna') =>
  tell(type, data, actor);

const invoice = { invoiceId: 'i', number: '2024-17', customerId: 'ACME' };
const payment = { paymentId: 'p', payerId: 'ACME', currency: 'EUR', receivedOn: '2024-05-02' };
const chase = { ...invoice, stepId: 's', agreedDueOn: '2024-06-15' };

/** Of every type there is one in a frozen history; what is sealed in it reads as erased. */
interface Frozen {
  type: FactType;
  data: { personal?: { subject: string } };
}
const frozen = frozenHistories()
  .flatMap(factsIn<Frozen>)
  .filter(({ type }) => isFactType(type))
  .map(({ type, data: { personal, ...data } }) => ({
    type,
    data: { ...data, ...(personal && { personal: { subject: personal.subject, erased: true } }) },
  }));

describe('the audit trail says in words', () => {
  it('who issued which invoice to whom, over how much, due when', () => {
    const { sentence } = told('InvoiceIssued', {
      ...invoice,
      issuedOn: '2024-04-15',
      dueOn: '2024-05-15',
      currency: 'EUR',
      total: '122.00',
      net: '100.00',
      vat: '22.00',
      ownerId: 'bruno',
      work: { project: 'Mill', deliveredOn: '2024-04-10' },
      personal: { subject: 'customer-1', approvedBy: 'Carla Neri' },
    });
    expect(sentence).toBe(
      'anna issued invoice 2024-17 of 2024-04-15 to customer ACME over 122.00 EUR, net 100.00 and VAT 22.00, ' +
        'due 2024-05-15, followed up by bruno, project Mill, delivered on 2024-04-10, approved by Carla Neri',
    );
  });

  it('from what to what a due date moved, with the reason beside it', () => {
    const extension = {
      extensionId: 'E-1',
      dueOn: '2024-05-15',
      previousDueOn: '2024-05-15',
      agreedDueOn: '2024-06-15',
    };
    const personal = { subject: 'customer-1', reason: 'Flood in the plant' };
    expect(told('ExtensionGranted', { ...invoice, ...extension, grantedOn: '2024-05-10', personal })).toEqual(
      {
        sentence:
          'anna moved the agreed due date of invoice 2024-17 from 2024-05-15 to 2024-06-15, ' +
          'counting from 2024-05-10, contractual due date 2024-05-15',
        reason: 'Flood in the plant',
      },
    );
  });

  it('who handed an invoice over, from whom to whom', () => {
    const handed = { previousOwnerId: 'bruno', ownerId: 'carla', assignedOn: '2024-05-20' };
    const personal = { subject: 'customer-1', reason: 'Holidays' };
    expect(told('OwnerAssigned', { ...invoice, ...handed, personal })).toEqual({
      sentence: 'anna handed invoice 2024-17 over from bruno to carla, counting from 2024-05-20',
      reason: 'Holidays',
    });
  });

  it('what a payment was meant for, and how much of it no invoice was named for', () => {
    const allocations = Array.from({ length: 7 }, (_, i) => ({
      ...invoice,
      number: `N${i}`,
      amount: '1.00',
    }));
    const received = { ...payment, amount: '9.00', customerId: 'ACME', method: 'bank transfer', allocations };
    expect(told('PaymentReceived', received).sentence).toBe(
      'anna recorded 9.00 EUR received on 2024-05-02, paid by ACME, by bank transfer, meant 1.00 EUR for invoice N0 ' +
        'and 1.00 EUR for invoice N1 and 1.00 EUR for invoice N2 and 1.00 EUR for invoice N3 ' +
        'and 1.00 EUR for invoice N4 and 2 more, 2.00 EUR for no invoice',
    );
    expect(told('PaymentReceived', { ...received, allocations: [] }).sentence).toMatch(
      /by bank transfer, 9\.00 EUR for no invoice$/,
    );
  });

  it('how the open amount of an invoice moved, and what it did not take', () => {
    const part = { ...invoice, ...payment, allocationId: 'A-1', requestedOn: '2024-05-02' };
    const applied = { ...part, appliedOn: '2024-05-02', requested: '80.00', applied: '50.00' };
    expect(told('PaymentApplied', { ...applied, open: '0.00' }).sentence).toBe(
      'anna settled 50.00 EUR of invoice 2024-17 by the payment received on 2024-05-02: open from 50.00 to 0.00 EUR, ' +
        '80.00 EUR were meant for it, the rest stays unapplied',
    );
    expect(told('AllocationRefused', { ...part, requested: '80.00', code: 'nothing-open' })).toEqual({
      sentence:
        'anna could not settle invoice 2024-17 by the payment received on 2024-05-02: nothing was open, ' +
        '80.00 EUR stay unapplied',
    });
  });

  it('which step of a chase was planned, skipped or taken to whom', () => {
    const open = { currency: 'EUR', open: '10.00', ownerId: 'bruno' };
    expect(
      told('ReminderPlanned', { ...chase, ...open, step: 'due-3', plannedOn: '2024-06-12' }, 'system:reactor')
        .sentence,
    ).toBe(
      'Quittance planned the reminder 3 days before the agreed due date 2024-06-15 of invoice 2024-17, ' +
        '10.00 EUR open, followed up by bruno',
    );
    expect(
      told('ReminderSkipped', { ...chase, step: 'due+3', skippedOn: '2024-07-01', code: 'superseded' })
        .sentence,
    ).toMatch(/skipped the reminder 3 days after .* 2024-17: a later one took its place$/);
    const escalated = { ...chase, ...open, step: 'due+30', escalatedOn: '2024-07-15' };
    expect(told('InvoiceEscalated', { ...escalated, escalatedTo: 'carla' }).sentence).toMatch(
      /escalated invoice 2024-17 from bruno to carla, 30 days after the agreed due date 2024-06-15/,
    );
    expect(told('InvoiceEscalated', { ...escalated, escalatedTo: null }).sentence).toMatch(/to nobody/);
  });

  it.each([
    [{ type: 'net', days: 30 }, '30 days net'],
    [{ type: 'endOfMonth', days: 45 }, '45 days after end of month'],
    [{ type: 'endOfMonth' }, 'end of month'],
  ] as const)('on which terms a customer buys: %j', (terms, words) => {
    const personal = { subject: 'customer-1', name: 'Acme' };
    const registered = { customerId: 'ACME', registeredOn: '2024-01-01', terms, personal };
    expect(told('CustomerRegistered', registered).sentence).toBe(
      `anna registered customer ACME as Acme, terms ${words}`,
    );
  });

  it('that personal data was erased, where it stood', () => {
    const personal = { subject: 'customer-1', erased: true };
    expect(
      told('CustomerRegistered', { customerId: 'ACME', registeredOn: '2024-01-01', personal }).sentence,
    ).toBe('anna registered customer ACME as (erased)');
    const handed = { previousOwnerId: 'bruno', ownerId: 'carla', assignedOn: '2024-05-20' };
    expect(told('OwnerAssigned', { ...invoice, ...handed, personal }).reason).toBe('(erased)');
  });

  it('whose personal data was erased and why, never what it was', () => {
    const erased = { subject: 'customer-1', erasedOn: '2026-03-02', reason: 'file 2026-31' };
    for (const [id, words] of [
      ['customerId', 'customer 7'],
      ['personId', 'person 7'],
      ['paymentId', 'payment 7'],
    ])
      expect(told('PersonalDataErased', { ...erased, [id!]: '7' })).toEqual({
        sentence: `anna erased the personal data of ${words}`,
        reason: 'file 2026-31',
      });
  });

  it('who let parked streams go on, and why', () => {
    const released = { streams: ['invoice-1', 'invoice-2'], count: '2', releasedOn: '2026-03-02' };
    expect(told('StreamsReleased', { ...released, reason: 'the constraint is gone' })).toEqual({
      sentence: 'anna let 2 parked streams go on: invoice-1, invoice-2',
      reason: 'the constraint is gone',
    });
    expect(told('StreamsReleased', { ...released, count: '300' }).sentence).toBe(
      'anna let 300 parked streams go on: invoice-1, invoice-2, and others',
    );
  });

  it('every fact, without JSON and without a gap', () => {
    expect(new Set(frozen.map(({ type }) => type))).toEqual(new Set(Object.keys(FACTS)));
    for (const { type, data } of frozen) {
      const { sentence } = told(type, data as never);
      expect(sentence).not.toMatch(/[{}[\]]|undefined|null|NaN/);
    }
    const seen = told('PersonSeen', { personId: 'anna', roles: ['clerk', 'manager'], seenOn: '2024-01-01' });
    expect(seen.sentence).toBe('anna was seen for the first time, with roles clerk and manager');
    const head = {
      entity: 'main',
      position: '42',
      facts: '3',
      streams: '2',
      hash: 'ab',
      recordedOn: '2024-01-01',
    };
    expect(told('LogHeadRecorded', head, 'system:reactor').sentence).toBe(
      'Quittance recorded the head of the log at position 42: 3 facts in 2 streams, hash ab',
    );
    const begun = { entity: 'main', key: '0123456789abcdef', begunOn: '2024-01-01' };
    expect(told('MacBegun', begun, 'system:reactor').sentence).toBe(
      'Quittance began to give every fact a keyed MAC, by the key 0123456789abcdef, ' +
        'a later fact without one did not come from Quittance',
    );
  });
});
