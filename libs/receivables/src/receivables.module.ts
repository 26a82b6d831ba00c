import { type DynamicModule, Global, Module } from '@nestjs/common';
import { CommandBus, CqrsModule } from '@nestjs/cqrs';
import { LastWritten, ProjectorWatch } from '@quittance/http';
import { Pool } from 'pg';
import { CustomerController } from './customer/customer.controller.js';
import { DunningController } from './dunning/dunning.controller.js';
import { DunningRun } from './dunning/dunning-run.policy.js';
import { InvoiceController } from './invoice/invoice.controller.js';
import { CLOCK, ENTITY, EVENT_STORE, type Parts, TIME_ZONE } from './parts.js';
import { PaymentController } from './payment/payment.controller.js';
import { PersonController } from './person/person.controller.js';
import { READ_CONTROLLERS, READ_PROVIDERS } from './reads.js';

const dunningRun = {
  provide: DunningRun,
  useFactory: (pool: Pool, commands: CommandBus) => new DunningRun(pool, commands),
  inject: [Pool, CommandBus],
};

/** The receivables over HTTP: every route, the commands behind the writes, the questions behind the reads. */
@Global()
@Module({})
export class ReceivablesModule {
  static with(parts: Parts): DynamicModule {
    const given = [
      { provide: EVENT_STORE, useValue: parts.store },
      { provide: CLOCK, useValue: parts.clock },
      { provide: ENTITY, useValue: parts.entity },
      { provide: TIME_ZONE, useValue: parts.timeZone },
      { provide: Pool, useValue: parts.pool },
      { provide: LastWritten, useValue: new LastWritten() },
      { provide: ProjectorWatch, useValue: new ProjectorWatch(parts.pool) },
    ];
    return {
      module: ReceivablesModule,
      imports: [CqrsModule.forRoot()],
      controllers: [
        PersonController,
        CustomerController,
        InvoiceController,
        PaymentController,
        ...READ_CONTROLLERS,
      ],
      providers: [...given, ...READ_PROVIDERS],
      exports: [...given, CqrsModule],
    };
  }
}
