import type { Answered, Caller } from './caller.js';
import { endOf, sendFile, type Told } from './uploading.js';

interface Sender {
  everybody: Caller;
  writes: { path: string; code: string; answered: Answered<unknown> }[];
}

/** A file of receipts of which one is wrong, two are alike and all stay on account; a suggestion; files that are none. */
export async function importsOfEach({ everybody, writes }: Sender): Promise<void> {
  const header = 'paidOn,paidAmount,currency,customerId,reference';
  const rows = [
    '2026-01-05,1.00,EUR,C-1,one',
    '2026-01-05,1.00,EUR,C-1,one',
    '2026-01-05,nought,EUR,C-1,two',
  ];
  const content = [header, ...rows].join('\n');
  const columns = Object.fromEntries(header.split(',').map((field) => [field, field]));
  const fields = { kind: 'receipts', propose: 'true', mapping: { columns } };
  const send = async (code: string, sending: Parameters<typeof sendFile>[1]): Promise<Answered<Told>> => {
    const answered = await sendFile(everybody, sending);
    writes.push({ path: sending.path ?? '/v1/imports', code, answered });
    return answered;
  };
  await endOf(everybody, await send('done', { content, fields, key: 'one-of-each' }));
  await send('done', { content, fields, key: 'one-of-each' });
  await send('idempotency-key-reused', { content: `${content}\n`, fields, key: 'one-of-each' });
  await send('unusable-file', { content: '', fields });
  await send('invalid', { content });
  const path = '/v1/imports/suggestion';
  await send('done', { path, content });
  await send('unusable-file', { path, content: '' });
}
