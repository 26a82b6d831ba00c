import { randomUUID } from 'node:crypto';
import type { NewFact, Vault } from '@quittance/event-store';
import type { AccountFacts } from '../../../test/support/accounts.js';
import type { Projection } from '../src/projection.js';
import { PERSONAL_DATA_ERASED } from '../src/decrypt.js';
import { accounts, metadata } from './accounts.js';

/** Whose each account is, by name as long as their key is there. */
export const owners: Projection<AccountFacts> = {
  name: 'owners',
  comment: 'Whose each account is',
  tables: [accounts],
  on: {
    Opened: ({ data, at }, changes) => {
      const { account, personal } = data;
      const nothing = { balance: '0', marks: [], last: null, moved_on: null };
      changes.put(accounts, { account, owner: personal?.owner ?? '', position: at, ...nothing });
    },
  },
};

/** An account is opened, its owner's name sealed. */
export const openedFor = async (vault: Vault, account: string, name: string): Promise<NewFact> => ({
  id: randomUUID(),
  type: 'Opened',
  data: await vault.seal({ account, personal: { subject: `person-${account}`, owner: name } }),
  metadata,
});

/** The owner of an account is erased. */
export const erased = (account: string): NewFact => ({
  id: randomUUID(),
  type: PERSONAL_DATA_ERASED,
  data: { account, subject: `person-${account}` },
  metadata,
});
