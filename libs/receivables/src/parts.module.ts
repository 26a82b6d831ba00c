import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Pool } from 'pg';
import { CLOCK, DUE_YEARS_MOST, ENTITY, EVENT_STORE, OBSERVER, type Parts, TIME_ZONE } from './parts.js';

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
      { provide: OBSERVER, useValue: parts.observer ?? null },
    ];
    return { module: PartsModule, providers, exports: providers };
  }
}
