import type { Answered, Caller } from './caller.js';
import { NOBODY, type Sender, settings } from './exceptions-of-each.js';

/** Write-offs and other settlements asked for, approved, refused and undone, and what is refused of them. */
export async function adjustments(
  all: Sender & { writes: { path: string; code: string; answered: Answered<unknown> }[] },
  boss: Caller,
  invoiceId: string,
): Promise<void> {
  const second = async (code: string, path: string, body: object): Promise<void> =>
    void all.writes.push({ path, code, answered: await boss.post(path, body) });
  await settings(all);
  await all.post('done', '/v1/settings/limits', { writeOffSecondPersonFrom: { EUR: '0.50' } });
  const path = `/v1/invoices/${invoiceId}/write-offs`;
  const gone = { amount: '0.40', reasonCode: 'small-balance', reason: 'Not worth a letter.' };
  await all.post('done', path, gone);
  await all.post('more-than-open', path, { ...gone, amount: '9999.00' });
  await all.post('invoice-not-found', `/v1/invoices/${NOBODY}/write-offs`, gone);
  const { writeOffId } = await all.post('done', path, { ...gone, amount: '0.60', vat: 'claimed' });
  const approval = `${path}/${writeOffId as string}/approval`;
  await all.post('same-person', approval, {});
  await second('done', approval, {});
  await second('already-decided', approval, {});
  await second('write-off-not-found', `${path}/${NOBODY}/approval`, {});
  const refused = await all.post('done', path, { ...gone, amount: '0.70' });
  const because = { reason: 'They will pay.' };
  await second('done', `${path}/${refused.writeOffId as string}/refusal`, because);

  const others = `/v1/invoices/${invoiceId}/settlements`;
  const charge = { kind: 'bank-charge', amount: '0.30', reason: 'Their bank took it off.' };
  const { settlementId } = await all.post('done', others, charge);
  const undo = `${others}/${settlementId as string}/undo`;
  await all.post('done', undo, because);
  await all.post('already-undone', undo, because);
  await all.post('settlement-not-found', `${others}/${NOBODY}/undo`, because);
  await all.post('over-limit', others, { ...charge, kind: 'tolerance' });
  const waits = await all.post('done', others, {
    ...charge,
    kind: 'set-off',
    amount: '0.80',
    reference: 'S-1',
  });
  await all.post('not-recorded', `${others}/${waits.settlementId as string}/undo`, because);
  await second('done', `${others}/${waits.settlementId as string}/approval`, {});
  const no = await all.post('done', others, { ...charge, amount: '0.80' });
  await second('done', `${others}/${no.settlementId as string}/refusal`, because);
}
