import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { CommandBus, CqrsModule } from '@nestjs/cqrs';
import { type CommandMessage, MacKeys, observing, type Outcome } from '@quittance/event-store';
import { entityClock } from '@quittance/kernel';
import {
  asked,
  countCommands,
  Counts,
  logCommands,
  runService,
  type Service,
  traceCommands,
  watchCommands,
} from '@quittance/process';
import { migrate } from '@quittance/read-model';
import {
  BeginningOfMacs,
  DunningRun,
  FinishCreditNotes,
  FinishPayments,
  PartsModule,
  PROJECTIONS,
  settlePayment,
  WriteSideModule,
} from '@quittance/receivables';
import { keepSchedule } from './schedule.js';

/** How long the duty in hand may take to finish at the end. */
const LAST_DUTY_MS = 5_000;
/** How long nothing may show a process of a release without MACs; on one machine all processes start together. */
const QUIET_FOR_MS = 600_000;

/** The command bus and what stands behind it; no HTTP, no reads. */
class ReactorModule {}

async function react({ settings, log, store, pool, tracing, signal, ready }: Service): Promise<void> {
  const { timeZone, legalEntity: entity, embedded } = settings;
  const clock = entityClock(timeZone, settings.clockOffsetDays);
  const counts = new Counts(pool, 'reactor');
  const telling = watchCommands(countCommands(counts), logCommands(log));
  const observer = tracing ? observing(telling, traceCommands(tracing)) : telling;
  const parts = PartsModule.with({ store, pool, clock, entity, timeZone, observer });
  const app = await NestFactory.createApplicationContext(
    { module: ReactorModule, imports: [CqrsModule, parts, WriteSideModule] },
    { abortOnError: false, logger: false },
  );
  const commands = app.get(CommandBus);
  const execute = (command: CommandMessage): Promise<Outcome> => commands.execute(command);
  const stop = keepSchedule(
    {
      ...{ store, execute, clock, entity, timeZone, log, counts },
      dunning: new DunningRun(pool, commands),
      payments: new FinishPayments(pool, (paymentId) => settlePayment(store, execute, paymentId)),
      creditNotes: new FinishCreditNotes(pool, execute),
      macs: new BeginningOfMacs({
        ...{ store, pool, keys: new MacKeys(pool), execute, entity },
        quietFor: embedded ? 0 : QUIET_FOR_MS,
      }),
    },
    settings.dunningSchedule,
  );
  ready();
  await asked(signal);
  await stop();
  await app.close();
  await counts.stop();
}

runService(
  {
    name: 'reactor',
    migrate: (databaseUrl) => migrate(databaseUrl, PROJECTIONS),
    connections: 4,
    lastWork: LAST_DUTY_MS,
  },
  react,
);
