import { randomUUID } from 'node:crypto';
import type { NewFact, Vault } from '@quittance/event-store';
import type { AnyProjection } from '../src/projection.js';
import { PERSONAL_DATA_ERASED } from '../src/decrypt.js';
import { accounts, metadata } from './accounts.js';

/** What an opening says when its owner's name is personal data, to its handler. */
interface OpenedOwned {
  account: string;
  personal: { subject: string; name?: string };
}

/** Whose each account is, by name as long as their key is there. */
export const owners: AnyProjection = {
  name: 'owners',
  comment: 'Whose each account is',
  tables: [accounts],
  on: {
    Opened: ({ data, at }, changes) => {
      const { account, personal } = data as unknown as OpenedOwned;
      const nothing = { balance: '0', marks: [], last: null, moved_on: null };
      changes.put(accounts, { account, owner: personal.name ?? '', position: at, ...nothing });
    },
  },
};

/** An account is opened, its owner's name sealed. */
export const openedFor = async (vault: Vault, account: string, name: string): Promise<NewFact> => ({
  id: randomUUID(),
  type: 'Opened',
  data: await vault.seal({ account, personal: { subject: `person-${account}`, name } }),
  metadata,
});

/** The owner of an account is erased. */
export const erased = (account: string): NewFact => ({
  id: randomUUID(),
  type: PERSONAL_DATA_ERASED,
  data: { account, subject: `person-${account}` },
  metadata,
});
