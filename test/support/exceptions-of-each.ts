import type { Ids } from './every-question.js';

/** Who sends a POST that is rightly refused with the code; `done`: it is not. */
export interface Sender {
  post(code: string, path: string, body: unknown): Promise<Record<string, unknown>>;
}

export const NOBODY = '00000000-0000-5000-8000-000000000000';

/** A dispute raised and resolved, and what is refused of it. */
export async function disputes(all: Sender, invoiceId: string): Promise<void> {
  const path = `/v1/invoices/${invoiceId}/disputes`;
  const broken = { amount: '10.00', reasonCode: 'quality', reason: 'It came broken.', ownerId: 'boss' };
  const { disputeId } = await all.post('done', path, broken);
  await all.post('more-than-open', path, { ...broken, amount: '99.00' });
  await all.post('unknown-person', path, { ...broken, ownerId: 'nobody' });
  await all.post('invoice-not-found', `/v1/invoices/${NOBODY}/disputes`, broken);
  const over = { outcome: 'rejected', reason: 'It did not.' };
  const resolution = `${path}/${disputeId as string}/resolution`;
  await all.post('dispute-not-found', `${path}/${NOBODY}/resolution`, over);
  await all.post('needs-credit-note', resolution, { ...over, outcome: 'upheld', creditNoteId: NOBODY });
  await all.post('done', resolution, over);
  await all.post('already-resolved', resolution, over);
}

/** A pause begun and ended, and what is refused of it. */
export async function pauses(all: Sender, invoiceId: string): Promise<void> {
  const path = `/v1/invoices/${invoiceId}/pauses`;
  const { pauseId } = await all.post('done', path, { until: '2099-12-31', reason: 'They move.' });
  await all.post('already-paused', path, { reason: 'They move.' });
  await all.post('pause-not-found', `${path}/${NOBODY}/end`, {});
  await all.post('done', `${path}/${pauseId as string}/end`, { reason: 'They moved.' });
  await all.post('pause-over', `${path}/${pauseId as string}/end`, {});
}

/** A promise made and withdrawn, and what is refused of it. */
export async function promises(all: Sender, invoiceId: string, today: string): Promise<void> {
  const path = `/v1/invoices/${invoiceId}/promises`;
  const said = { amount: '1.00', promisedOn: today, madeBy: 'Mr Rossi', reason: 'Their client pays then.' };
  await all.post('promise-above-open', path, { ...said, amount: '9999.00' });
  const { promiseId } = await all.post('done', path, said);
  await all.post('already-promised', path, said);
  const over = { reason: 'It was a mistake.' };
  await all.post('promise-not-found', `${path}/${NOBODY}/withdrawal`, over);
  await all.post('done', `${path}/${promiseId as string}/withdrawal`, over);
  await all.post('already-withdrawn', `${path}/${promiseId as string}/withdrawal`, over);
}

/** A dispute that is upheld by a credit note. */
async function upheld(all: Sender, invoiceId: string, creditNoteId: string): Promise<void> {
  const path = `/v1/invoices/${invoiceId}/disputes`;
  const broken = { amount: '1.00', reasonCode: 'quality', reason: 'It came broken.' };
  const { disputeId } = await all.post('done', path, broken);
  const over = { outcome: 'upheld', creditNoteId, reason: 'It did.' };
  await all.post('done', `${path}/${disputeId as string}/resolution`, over);
}

/** A credit note applied, undone, refunded and cancelled, and what is refused of it. @returns its id */
export async function creditNotes(all: Sender, { full, bare }: Ids): Promise<string> {
  const path = '/v1/credit-notes';
  const because = { reason: 'Two of ten came broken.' };
  const note = {
    ...{
      number: 'N-1',
      customerId: 'C-1',
      issuedOn: '2026-01-02',
      currency: 'EUR',
      total: '12.20',
      net: '10.00',
    },
    ...{
      vat: '2.20',
      reasonCode: 'quality',
      ...because,
      corrects: [full],
      statedRecordedAt: '2026-01-02T10:00:00Z',
    },
  };
  const applications = [{ invoiceId: full, amount: '5.00' }];
  const { id, applications: taken } = await all.post('done', path, { ...note, applications });
  const one = `${path}/${id as string}`;
  await all.post('number-taken', path, { ...note, total: '12.21', net: undefined, vat: undefined });
  await all.post('looks-alike', path, { ...note, number: 'n-1' });
  await all.post('unknown-customer', path, {
    ...note,
    number: 'N-2',
    customerId: 'C-9',
    corrects: undefined,
  });
  const applied = await all.post('done', `${one}/applications`, {
    applications: [{ invoiceId: full, amount: '1.00' }],
  });
  const [{ applicationId }] = applied.applications as [{ applicationId: string }];
  await all.post('other-customer', `${one}/applications`, {
    applications: [{ invoiceId: bare, amount: '1.00' }],
  });
  await all.post('more-than-left', `${one}/applications`, {
    applications: [{ invoiceId: full, amount: '99.00' }],
  });
  await all.post('unknown-invoice', `${one}/applications`, {
    applications: [{ invoiceId: NOBODY, amount: '1.00' }],
  });
  await all.post('done', `${one}/applications/${applicationId}/undo`, because);
  await all.post('more-than-applied', `${one}/applications/${applicationId}/undo`, because);
  await all.post('application-not-found', `${one}/applications/${NOBODY}/undo`, because);
  const [first] = taken as [{ applicationId: string }];
  await upheld(all, full, id as string);
  await all.post('upholds-dispute', `${one}/applications/${first.applicationId}/undo`, because);
  const { refundId } = await all.post('done', `${one}/refunds`, {
    amount: '2.00',
    method: 'transfer',
    ...because,
  });
  await all.post('more-than-left', `${one}/refunds`, { amount: '99.00', ...because });
  await all.post('done', `${one}/refunds/${refundId as string}/reversal`, because);
  await all.post('reversed', `${one}/refunds/${refundId as string}/reversal`, because);
  await all.post('refund-not-found', `${one}/refunds/${NOBODY}/reversal`, because);
  await all.post('in-use', `${one}/cancellation`, because);
  await all.post('credit-note-not-found', `${path}/${NOBODY}/cancellation`, because);
  const mistake = await all.post('done', path, { ...note, number: 'N-3' });
  await all.post('done', `${path}/${mistake.id as string}/cancellation`, because);
  return id as string;
}

/** Limits of the entity set, and what is refused of them. */
export async function settings(all: Sender): Promise<void> {
  await all.post('done', '/v1/settings/limits', { toleranceSecondPersonFrom: { EUR: '5.00' } });
  await all.post('invalid', '/v1/settings/limits', { backDatingDays: -1 });
  await all.post('done', '/v1/settings/duties', { pairs: [['record-cash', 'refund']] });
  await all.post('done', '/v1/settings/duties', { pairs: [] });
  await all.post('invalid', '/v1/settings/duties', { pairs: [['approve', 'approve']] });
}
