import { type DynamicModule, Module } from '@nestjs/common';
import { CommandBus, CqrsModule } from '@nestjs/cqrs';
import { LastWritten } from '@quittance/http';
import { ProjectorWatch } from '@quittance/reading';
import { Pool } from 'pg';
import { BatchController } from './batch/batch.controller.js';
import { CustomerController } from './customer/customer.controller.js';
import { DunningController } from './dunning/dunning.controller.js';
import { DunningRun } from './dunning/dunning-run.policy.js';
import { ErasureController } from './erasure/erasure.controller.js';
import { InvoiceController } from './invoice/invoice.controller.js';
import { ParkedController } from './parked/parked.controller.js';
import { ParkedStreams } from './parked/parked.queries.js';
import { PartsModule } from './parts.module.js';
import type { Parts } from './parts.js';
import { PaymentController } from './payment/payment.controller.js';
import { PersonController } from './person/person.controller.js';
import { PROJECTIONS } from './projections.js';
import { READ_CONTROLLERS, READ_PROVIDERS } from './reads.js';
import { WriteSideModule } from './write-side.module.js';

const NAMES = PROJECTIONS.map(({ name }) => name);

/** The receivables over HTTP: every route, the commands behind the writes, the questions behind the reads. */
@Module({
  imports: [CqrsModule, WriteSideModule],
  controllers: [
    BatchController,
    PersonController,
    CustomerController,
    InvoiceController,
    PaymentController,
    DunningController,
    ParkedController,
    ErasureController,
    ...READ_CONTROLLERS,
  ],
  providers: [
    LastWritten,
    ParkedStreams,
    {
      provide: ProjectorWatch,
      inject: [Pool],
      useFactory: (pool: Pool) => new ProjectorWatch(pool, NAMES),
    },
    {
      provide: DunningRun,
      inject: [Pool, CommandBus],
      useFactory: (pool: Pool, commands: CommandBus) => new DunningRun(pool, commands),
    },
    ...READ_PROVIDERS,
  ],
  exports: [ProjectorWatch, CqrsModule],
})
export class ReceivablesModule {
  static with(parts: Parts): DynamicModule {
    return { module: ReceivablesModule, imports: [PartsModule.with(parts)] };
  }
}
