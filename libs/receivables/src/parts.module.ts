import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Pool } from 'pg';
import {
  CLOCK,
  DEMONSTRATION,
  DUE_YEARS_MOST,
  ENTITY,
  MAIL_FROM,
  EVENT_STORE,
  OBSERVER,
  type Parts,
  SPOOL,
  TIME_ZONE,
} from './parts.js';

/** Gives every module of a process the parts it was started with. */
@Global()
@Module({})
export class PartsModule {
  static with(parts: Parts): DynamicModule {
    const providers = [
      { provide: EVENT_STORE, useValue: parts.store },
      { provide: Pool, useValue: parts.pool },
      { provide: CLOCK, useValue: parts.clock },
      { provide: ENTITY, useValue: parts.entity },
      { provide: TIME_ZONE, useValue: parts.timeZone },
      { provide: DUE_YEARS_MOST, useValue: parts.dueYearsMost ?? 10 },
      { provide: DEMONSTRATION, useValue: parts.demonstration ?? false },
      { provide: SPOOL, useValue: parts.spool ?? null },
      { provide: MAIL_FROM, useValue: parts.mailFrom ?? null },
      { provide: OBSERVER, useValue: parts.observer ?? null },
    ];
    return { module: PartsModule, providers, exports: providers };
  }
}
