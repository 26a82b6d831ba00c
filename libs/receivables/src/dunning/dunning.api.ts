import { CommandBus } from '@nestjs/cqrs';
import { Pool } from 'pg';
import { customerStatesNow } from '../customer/customer.references.js';
import { invoiceNow } from '../invoice/invoice.references.js';
import { agreedDueDate, ownerOn } from '../invoice/invoice.stream.js';
import { type Api, commandsOf } from '../manifest/feature.js';
import { EVERYONE } from '../manifest/roles.js';
import { personNow } from '../person/person.references.js';
import { dunningStream, stepId } from '../streams.js';
import { ChaseInvoice } from './dunning.commands.js';
import { DunningController } from './dunning.controller.js';
import { dunningDecider, type DunningReferences, STEPS, type StepKey } from './dunning.decider.js';
import { DunningRun } from './dunning-run.policy.js';
import { escalations, unmanaged } from './escalated.sql.js';
import { ReminderQueries } from './reminder.queries.js';
import { ReminderQueriesController } from './reminder.queries.controller.js';

export const dunningApi: Api = {
  commands: commandsOf(dunningDecider, {
    ChaseInvoice: {
      command: ChaseInvoice,
      stream: ({ invoiceId }) => dunningStream(invoiceId),
      internal: true,
      references: async (
        { invoiceId, mergedWith },
        read,
        entity,
      ): Promise<DunningReferences['ChaseInvoice']> => {
        // Whether it is paid, and what holds it up, decides.
        const chased = await invoiceNow(read, invoiceId);
        const agreed = chased ? agreedDueDate(chased) : '';
        const ids = STEPS.map(({ step }) => [step, stepId(invoiceId, step, agreed)] as const);
        const owner = chased && (await personNow(read, entity, ownerOn(chased)));
        return {
          invoice: chased,
          customers: chased?.issue
            ? await customerStatesNow(read, entity, chased.issue.customerId, mergedWith)
            : [],
          stepIds: Object.fromEntries(ids) as Record<StepKey, string>,
          escalatedTo: owner?.managerId ?? owner?.leadId ?? null,
        };
      },
    },
  }),
  routes: {
    'POST /v1/dunning/runs': { roles: ['clerk', 'manager'] },
    'GET /v1/reminders': { roles: EVERYONE },
  },
  work: [
    { kind: 'escalated', urgency: 3, next: 'Decide how to go on', relation: escalations },
    { kind: 'no-manager', urgency: 4, next: 'Give the owner a manager or a lead', relation: unmanaged },
  ],
  writes: [DunningController],
  reads: [ReminderQueriesController],
  providers: [
    ReminderQueries,
    {
      provide: DunningRun,
      inject: [Pool, CommandBus],
      useFactory: (pool: Pool, commands: CommandBus) =>
        new DunningRun(pool, { execute: (command) => commands.execute(command) }),
    },
  ],
};
