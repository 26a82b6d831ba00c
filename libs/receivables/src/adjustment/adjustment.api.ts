import type { Outcome } from '@quittance/event-store';
import { aboutInvoice, invoiceInPath } from '../invoice/invoice.references.js';
import { invoices } from '../invoice/invoice.stream.js';
import { type Api, commandsOn, type ListServed } from '../manifest/feature.js';
import { EVERYONE } from '../manifest/roles.js';
import {
  ApproveSettlement,
  ApproveWriteOff,
  RefuseSettlement,
  RefuseWriteOff,
  RequestSettlement,
  RequestWriteOff,
  type SettlementAnswer,
  type State,
  UndoSettlement,
  type WriteOffAnswer,
} from './adjustment.commands.js';
import { SettlementController, WriteOffController } from './adjustment.controller.js';
import { awaitingApproval, writeOffExceptions } from './adjustment.sql.js';
import { adjustment } from './adjustment.decider.js';
import { SETTLEMENTS, WRITTEN_OFF } from './adjustment.list.js';
import { LIMITS_PASSED } from './passed.list.js';
import { toDecideOn } from './adjustment.references.js';

/** What a fact leaves it as. */
const LEFT: Readonly<Record<string, State>> = {
  WriteOffRequested: 'requested',
  SettlementRequested: 'requested',
  WriteOffRefused: 'refused',
  SettlementRefused: 'refused',
  WriteOffReversed: 'undone',
  SettlementUndone: 'undone',
};

const stateIn = ({ facts: [written] }: Outcome) => {
  const { type, data } = written!;
  const {
    because,
    writeOffId,
    settlementId = writeOffId,
  } = data as Record<string, string> & {
    because?: string[];
  };
  return { id: settlementId!, state: { status: LEFT[type] ?? 'recorded', ...(because && { because }) } };
};
const writeOff = async (outcome: Outcome): Promise<WriteOffAnswer> => {
  const { id: writeOffId, state } = stateIn(outcome);
  return { writeOffId, ...state };
};
const settlement = async (outcome: Outcome): Promise<SettlementAnswer> => {
  const { id: settlementId, state } = stateIn(outcome);
  return { settlementId, ...state };
};

const about = { ...aboutInvoice, answer: settlement };
const { stream } = aboutInvoice;
const CLERKS = ['clerk', 'manager'] as const;
const [toWriteOff, toSettlement] = [invoiceInPath('writeOffId'), invoiceInPath('settlementId')];

const served = (list: ListServed['list'], summary: string): ListServed => ({
  list,
  path: `v1/${list.of.name}`,
  tag: list === WRITTEN_OFF ? 'Write-offs' : 'Settlements',
  summary,
  description: 'As they stand, or with `asOf`, `knownAt` or `known` as of that date and as known then.',
  roles: EVERYONE,
  counts: EVERYONE,
});

export const adjustmentApi: Api = {
  commands: commandsOn(invoices, adjustment, {
    RequestWriteOff: {
      command: RequestWriteOff,
      stream,
      policy: true,
      references: ({ invoiceId }, read, entity) => toDecideOn(read, entity, { invoiceId, kind: 'write-off' }),
      answer: writeOff,
    },
    ApproveWriteOff: { command: ApproveWriteOff, stream, answer: writeOff },
    RefuseWriteOff: { command: RefuseWriteOff, ...about, answer: writeOff },
    RequestSettlement: {
      command: RequestSettlement,
      stream,
      policy: true,
      references: (command, read, entity) => toDecideOn(read, entity, command),
      answer: settlement,
    },
    ApproveSettlement: { command: ApproveSettlement, stream, answer: settlement },
    RefuseSettlement: { command: RefuseSettlement, ...about },
    UndoSettlement: { command: UndoSettlement, ...about },
  }),
  routes: {
    'POST /v1/invoices/:id/write-offs': {
      roles: CLERKS,
      batch: { command: RequestWriteOff, path: invoiceInPath() },
    },
    'POST /v1/invoices/:id/write-offs/:writeOffId/approval': {
      roles: ['manager'],
      batch: { command: ApproveWriteOff, path: toWriteOff },
    },
    'POST /v1/invoices/:id/write-offs/:writeOffId/refusal': {
      roles: ['manager'],
      batch: { command: RefuseWriteOff, path: toWriteOff },
    },
    'POST /v1/invoices/:id/settlements': {
      roles: CLERKS,
      batch: { command: RequestSettlement, path: invoiceInPath() },
    },
    'POST /v1/invoices/:id/settlements/:settlementId/approval': {
      roles: ['manager'],
      batch: { command: ApproveSettlement, path: toSettlement },
    },
    'POST /v1/invoices/:id/settlements/:settlementId/refusal': {
      roles: ['manager'],
      batch: { command: RefuseSettlement, path: toSettlement },
    },
    'POST /v1/invoices/:id/settlements/:settlementId/undo': {
      roles: CLERKS,
      batch: { command: UndoSettlement, path: toSettlement },
    },
  },
  lists: [
    served(WRITTEN_OFF, 'Write-offs of invoices, one row each'),
    served(SETTLEMENTS, 'Other settlements of invoices by a decision, one row each'),
    {
      list: LIMITS_PASSED,
      path: 'v1/reports/limits-passed',
      tag: 'Reports',
      summary: 'What one person settled although the customer’s year was over its limit',
      description: 'Two at once may both pass a limit that is judged by the ledger: here they are.',
      roles: EVERYONE,
      counts: EVERYONE,
    },
  ],
  exceptions: [{ kind: 'write-off', relation: writeOffExceptions }],
  work: [
    {
      ...{ kind: 'approval-waiting', urgency: 3, next: 'Approve or refuse it' },
      relation: awaitingApproval,
    },
  ],
  codes: {
    'write-off-not-found': [
      404,
      'The invoice has no such write-off.',
      'Look it up in /v1/write-offs?invoiceId=.',
    ],
    'settlement-not-found': [
      404,
      'The invoice has no such settlement.',
      'Look it up in /v1/settlements?invoiceId= or /v1/write-offs?invoiceId=.',
    ],
    'same-person': [
      409,
      'Who asked for something may not approve it.',
      'Let somebody else who may approve decide.',
    ],
    'less-open': [
      409,
      'Less is open by now than was asked for.',
      'Refuse it, and ask again for what is open: `detail` says how much.',
    ],
    'already-decided': [409, 'It was approved or refused before.', 'Ask again, or undo what was approved.'],
    'not-recorded': [
      409,
      'It settles nothing, so that there is nothing to take back.',
      '`detail` says what to do.',
    ],
    'already-undone': [409, 'All of it was taken back before.', 'Leave it so, or record another one.'],
    'tolerance-taken': [409, 'An invoice has a tolerance once.', 'Undo it first, or write off the rest.'],
    'no-vat': [
      409,
      'The invoice does not state its VAT, so that none can be claimed back.',
      'Write it off with `"vat": "kept"`.',
    ],
  },
  writes: [WriteOffController, SettlementController],
};
