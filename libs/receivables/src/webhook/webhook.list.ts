import { code, date, list, orNull, shownOnly, truth, uuid, whole } from '@quittance/reading';

const WEBHOOK_COLUMNS = {
  id: uuid('What paths take', '0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c'),
  url: code('Where deliveries are sent', 'https://erp.example/quittance'),
  types: shownOnly(
    'Types of facts that are told',
    { type: 'array', items: { type: 'string' } },
    ['InvoiceIssued', 'PaymentReceived'],
    (cell) => cell as string[],
  ),
  active: truth('Whether it is told anything', true),
  registeredOn: date('Business date on which it was registered', '2026-04-20'),
  changedOn: orNull(date('Business date on which it was changed last; null: never', '2026-05-04'), null),
  waiting: whole('Deliveries that are still to be sent or tried again', 0),
  dead: whole('Deliveries that were given up: they can be sent again by hand', 0),
};

const countOf = (status: string): string =>
  `(select count(*)::int from write_side.webhook_deliveries d where d.webhook_id = v.id and d.status = '${status}')`;

/** Webhooks as they stand, with what is in line for them. */
export const WEBHOOK_ROWS = `
  select v.id, v.url, v.types, v.active, v.registered_on, v.changed_on, v.revision::text as revision,
         ${countOf('waiting')} as waiting, ${countOf('dead')} as dead
  from live.webhooks v`;

/** Webhooks, one row each. */
export const WEBHOOKS = list({
  name: 'webhooks',
  columns: WEBHOOK_COLUMNS,
  identity: 'id',
  sort: 'url',
  words: ['url'],
  axes: false,
  rows: ({ cut }) => ({ relation: `${WEBHOOK_ROWS} where ${cut.known('v')}` }),
});
