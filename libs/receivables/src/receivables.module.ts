import { type DynamicModule, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import type { EventStore } from '@quittance/event-store';
import { LastWritten } from '@quittance/http';
import { ListReader, ProjectorWatch, ReadingInterceptor } from '@quittance/reading';
import { Pool } from 'pg';
import { asToday, FACT_STREAMS, MONEY, PROJECTIONS, STREAMS } from './features.js';
import { judgeBy } from './judge.js';
import { type CountsFrom, PastStreams } from './manifest/past-streams.js';
import { type Knows, streamsKnown } from './manifest/stream-reader.js';
import { readingToday } from './manifest/today.js';
import { PartsModule } from './parts.module.js';
import {
  ALL_PROJECTIONS,
  EVENT_STORE,
  FACT_PREFIXES,
  MONEY_OF_FACTS,
  type Parts,
  ROLES_OF_ROUTES,
  ROUTES_OF_BATCHES,
  STREAMS_BY_DAY,
  STREAMS_KNOWN,
} from './parts.js';
import { BATCH_ROUTES, CONTROLLERS, PROVIDERS, ROUTE_ROLES } from './served.js';
import { WriteSideModule } from './write-side.module.js';

const NAMES = PROJECTIONS.map(({ name }) => name);

/** The receivables over HTTP: every route, the commands behind the writes, the questions behind the reads. */
@Module({
  imports: [CqrsModule, WriteSideModule],
  controllers: CONTROLLERS,
  providers: [
    LastWritten,
    ReadingInterceptor,
    ListReader,
    {
      provide: ProjectorWatch,
      inject: [Pool],
      useFactory: (pool: Pool) => new ProjectorWatch(pool, NAMES),
    },
    { provide: FACT_PREFIXES, useValue: FACT_STREAMS },
    { provide: MONEY_OF_FACTS, useValue: MONEY },
    { provide: ALL_PROJECTIONS, useValue: PROJECTIONS },
    { provide: ROLES_OF_ROUTES, useValue: ROUTE_ROLES },
    { provide: ROUTES_OF_BATCHES, useValue: BATCH_ROUTES },
    {
      provide: STREAMS_KNOWN,
      inject: [EVENT_STORE, Pool],
      useFactory: (store: EventStore, pool: Pool) => {
        const parts = { facts: readingToday(asToday, store), judge: judgeBy(pool) };
        return (knows: Knows) => streamsKnown(STREAMS, parts, knows);
      },
    },
    {
      provide: STREAMS_BY_DAY,
      inject: [EVENT_STORE],
      useFactory: (store: EventStore) => (countsFrom: CountsFrom) =>
        new PastStreams(STREAMS, readingToday(asToday, store), countsFrom),
    },
    ...PROVIDERS,
  ],
  exports: [ProjectorWatch, CqrsModule],
})
export class ReceivablesModule {
  static with(parts: Parts): DynamicModule {
    return { module: ReceivablesModule, imports: [PartsModule.with(parts)] };
  }
}
