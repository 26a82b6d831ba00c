import { uuid5 } from '@quittance/event-store';
import type { ExtensionFacts } from './extension.events.js';

type Granted = ExtensionFacts['ExtensionGranted'];

/**
 * The id of an extension of before extensions had one: by what it says. Where one date was agreed twice on one day instead of
 * the same other one, both have one id, and are revoked together.
 */
export const formerExtensionId = (fact: Omit<Granted, 'extensionId'>): string => {
  const { invoiceId, grantedOn, previousDueOn, agreedDueOn, instalment } = fact;
  const part = instalment === undefined ? [] : [String(instalment)];
  return uuid5(invoiceId, 'extension', grantedOn, previousDueOn, agreedDueOn, ...part);
};

/** As the first release wrote it. */
export const firstExtension = (data: Omit<Granted, 'extensionId'>): Granted => ({
  extensionId: formerExtensionId(data),
  ...data,
});
