import { standingTable } from '@quittance/read-model';

/** A webhook as it stands. */
export interface WebhookRow {
  id: string;
  url: string;
  types: string[];
  active: boolean;
  registered_on: string;
  changed_on: string | null;
  /** Facts up to here were never for it. */
  since_commit: bigint;
  since_prepare: bigint;
}
export const webhooks = standingTable<WebhookRow>({
  name: 'webhooks',
  standsFor: { stream: 'webhook', id: 'webhookId' },
  comment: 'Systems that are told of facts as they are recorded; one row each',
  key: ['id'],
  columns: {
    id: { type: 'uuid', comment: 'As the API answers it' },
    url: { type: 'text', comment: 'Where deliveries are sent' },
    types: { type: 'text[]', comment: 'Types of facts that are told' },
    active: { type: 'boolean', comment: 'Whether it is told anything' },
    registered_on: { type: 'date', comment: 'Business date on which it was registered' },
    changed_on: {
      type: 'date',
      nullable: true,
      comment: 'Business date on which it was changed last; null: never',
    },
    since_commit: { type: 'bigint', comment: 'Position of its first fact: it is told of those after it' },
    since_prepare: { type: 'bigint', comment: 'The same, second part of the position' },
  },
});
