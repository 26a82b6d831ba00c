import type { ReadStreams } from '@quittance/event-store';
import { customerNow } from '../customer/customer.references.js';
import { customerOn } from '../customer/customer.stream.js';

/** The address that mails to a customer go to: of whoever is asked for what is due, else theirs. */
export async function addressOf(read: ReadStreams, entity: string, customerId: string, on: string) {
  const customer = await customerNow(read, entity, customerId);
  if (!customer) return {};
  const { name, email, contacts = [] } = customerOn(customer, on);
  const contact = contacts.find(({ purpose, email: to }) => purpose === 'dunning' && to !== undefined);
  const address = contact?.email ?? email;
  return { name, address: address !== undefined && isOneAddress(address) ? address : undefined };
}

/** One address and nothing else: what a mail server could take for two, or for a command, is none. */
export const isOneAddress = (address: string): boolean =>
  address.length <= 254 && /^[^\s@<>"(),:;[\]\\\p{C}]{1,64}@[^\s@<>"(),:;[\]\\\p{C}]+$/u.test(address);

/** Whether mails to the address that the customer has now came back for good. */
export async function bouncedAddress(
  read: ReadStreams,
  entity: string,
  customerId: string,
  on: string,
): Promise<boolean> {
  const { rows } = await read.judge<{ address: string | null }>(
    `select address from live.mails where customer_id = $1 and status = 'bounced' and permanent and address is not null`,
    [customerId],
  );
  if (rows.length === 0) return false;
  const { address } = await addressOf(read, entity, customerId, on);
  return rows.some(({ address: bounced }) => bounced === address);
}
