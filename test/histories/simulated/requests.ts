import { type CommandMessage, uuid5 } from '@quittance/event-store';
import {
  AssignOwner,
  GrantExtension,
  invoiceIdOf,
  IssueInvoice,
  RecordPayment,
  RegisterCustomer,
  RegisterPerson,
} from '@quittance/receivables';
import { RaiseDispute, ResolveDispute } from '../../../libs/receivables/src/dispute/dispute.commands.js';
import type { Cast } from './bookkeeping.js';
import type { Command } from './commands.js';

export const ENTITY = 'main';
/** Who asks for everything. */
export const ACTOR = 'anna';

export const idOfCommand = (key: string): string => uuid5(ENTITY, 'actor', ACTOR, key);

/** A command as it is sent: to the bus in memory, or with POST to the path. */
export interface Request {
  type: new () => CommandMessage;
  path: string;
  body: object;
  /** What the path says. */
  named?: object;
}

export function requestOf(command: Command): Request {
  const id = 'number' in command ? invoiceIdOf(ENTITY, command.number) : '';
  const at = `/v1/invoices/${id}`;
  const named = { invoiceId: id };
  switch (command.do) {
    case 'issue': {
      const { number, customer, owner, issuedOn, dueOn, currency, total } = command;
      const body = { number, customerId: customer, ownerId: owner, issuedOn, dueOn, currency, total };
      return { type: IssueInvoice, path: '/v1/invoices', body };
    }
    case 'pay': {
      const { amount, currency, receivedOn, payer, externalId, parts } = command;
      const allocations = parts.map((part) => ({
        invoiceId: invoiceIdOf(ENTITY, part.number),
        amount: part.amount,
      }));
      const bank = externalId === undefined ? {} : { source: 'bank', externalId };
      const body = { amount, currency, receivedOn, ...(payer && { payerId: payer }), ...bank, allocations };
      return { type: RecordPayment, path: '/v1/payments', body };
    }
    case 'extend': {
      const body = { agreedDueOn: command.agreedDueOn, grantedOn: command.on, reason: 'They asked.' };
      return { type: GrantExtension, path: `${at}/extensions`, body, named };
    }
    case 'reassign': {
      const body = { ownerId: command.owner, assignedOn: command.on, reason: 'Takes over.' };
      return { type: AssignOwner, path: `${at}/owner`, body, named };
    }
    case 'dispute': {
      const { amount, on: disputedOn } = command;
      const body = { ...(amount && { amount }), reasonCode: 'quality', reason: 'It broke.', disputedOn };
      return { type: RaiseDispute, path: `${at}/disputes`, body, named };
    }
    case 'resolve': {
      const { dispute: disputeId, outcome, on: resolvedOn } = command;
      const body = { outcome, resolvedOn, reason: 'Seen.' };
      const path = `${at}/disputes/${disputeId}/resolution`;
      return { type: ResolveDispute, path, body, named: { ...named, disputeId } };
    }
  }
}

/** What makes the people and customers of a history known. */
export const introductions = ({ people, customers }: Cast): Request[] => [
  ...people.map((personId) => ({
    type: RegisterPerson,
    path: '/v1/people',
    body: { personId, name: `Person ${personId}`, email: `${personId}@example.com` },
  })),
  ...customers.map((customerId) => ({
    type: RegisterCustomer,
    path: '/v1/customers',
    body: { customerId, name: `Customer ${customerId}` },
  })),
];
