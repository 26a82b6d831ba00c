import { CommandBus } from '@nestjs/cqrs';
import type { ReadStreams } from '@quittance/event-store';
import { Pool } from 'pg';
import { type Api, commandsOf } from '../manifest/feature.js';
import { EVERYONE } from '../manifest/roles.js';
import type { Knows } from '../manifest/stream-reader.js';
import { ENTITY, NEXT_STEP, STREAMS_KNOWN } from '../parts.js';
import { policiesNow } from '../policy/policy.references.js';
import { dunningStream } from '../streams.js';
import { ChaseInvoice, RecordStep } from './dunning.commands.js';
import { DunningController } from './dunning.controller.js';
import { dunningDecider } from './dunning.decider.js';
import { chaseReferences } from './dunning.references.js';
import { DunningRun } from './dunning-run.policy.js';
import { alerted, dueSoon, dueToday, nearDue, notFollowedUp, overdue } from './due.sql.js';
import { escalations, proposals, unmanaged } from './escalated.sql.js';
import { ExplainChaseController } from './explain.controller.js';
import { ExplainChase } from './explain.queries.js';
import { BLOCKED } from './blocked.list.js';
import { nextStepBy } from './next-step.queries.js';
import { ReminderQueries } from './reminder.queries.js';
import { ReminderQueriesController } from './reminder.queries.controller.js';
import { SimulationController } from './simulation/simulation.controller.js';
import { SimulationQueries } from './simulation/simulation.queries.js';

export const dunningApi: Api = {
  commands: commandsOf(dunningDecider, {
    ChaseInvoice: {
      command: ChaseInvoice,
      stream: ({ invoiceId }) => dunningStream(invoiceId),
      begins: ({ chased }) => chased === false,
      internal: 'ownKey',
      references: chaseReferences,
    },
    RecordStep: {
      command: RecordStep,
      stream: ({ invoiceId }) => dunningStream(invoiceId),
      internal: true,
    },
  }),
  routes: {
    'POST /v1/dunning/runs': { roles: ['clerk', 'manager'] },
    'POST /v1/dunning/simulations': { roles: ['analyst', 'manager', 'admin', 'auditor'] },
    'GET /v1/reminders': { roles: EVERYONE },
    'GET /v1/invoices/:id/reminders/explain': { roles: EVERYONE },
  },
  lists: [
    {
      list: BLOCKED,
      path: 'v1/dunning/blocked',
      tag: 'Dunning',
      summary: 'Steps that wait, with what holds them up',
      description:
        'The last step of each open invoice or instalment that a run came to and could not do: disputed, promised, on account, ... It comes when ' +
        'the reason is gone. As it stands, or with `asOf`, `knownAt` or `known` as of that date and as known then.',
      roles: EVERYONE,
      counts: EVERYONE,
    },
  ],
  work: [
    { kind: 'escalated', urgency: 3, next: 'Decide how to go on', relation: escalations },
    { kind: 'no-manager', urgency: 4, next: 'Give the owner a manager or a lead', relation: unmanaged },
    {
      kind: 'propose-collection',
      ...{ urgency: 3, next: 'Hand it over for collection, or mark this as done', relation: proposals },
    },
    {
      ...{ kind: 'not-followed-up', urgency: 5, next: 'Ask the owner, or give it to somebody else' },
      ...{ relation: notFollowedUp, beside: nearDue, for: 'lead' },
    },
    { kind: 'alerted', urgency: 6, next: 'Look at it, and write a note', relation: alerted },
    {
      kind: 'overdue',
      urgency: 7,
      next: 'Call, write a note, or record a promise',
      relation: overdue,
      beside: nearDue,
    },
    {
      kind: 'due-today',
      urgency: 8,
      next: 'See whether the money comes',
      relation: dueToday,
      beside: nearDue,
    },
    {
      ...{ kind: 'due-soon', urgency: 9, next: 'Ask whether it is going to be paid' },
      ...{ relation: dueSoon, beside: nearDue, for: 'account-manager' },
    },
  ],
  writes: [DunningController],
  reads: [ReminderQueriesController, ExplainChaseController, SimulationController],
  providers: [
    ReminderQueries,
    ExplainChase,
    SimulationQueries,
    { provide: NEXT_STEP, inject: [ExplainChase], useFactory: nextStepBy },
    {
      provide: DunningRun,
      inject: [Pool, CommandBus, STREAMS_KNOWN, ENTITY],
      useFactory: (pool: Pool, commands: CommandBus, known: (knows: Knows) => ReadStreams, entity: string) =>
        new DunningRun(pool, { execute: (command) => commands.execute(command) }, () =>
          policiesNow(
            known(() => true),
            entity,
          ),
        ),
    },
  ],
};
