import 'reflect-metadata';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { CommandBus, CqrsModule } from '@nestjs/cqrs';
import { type CommandMessage, observing, type Outcome } from '@quittance/event-store';
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
import { PartsModule, PROJECTIONS, reactionParts, REACTIONS, WriteSideModule } from '@quittance/receivables';
import { keepSchedule } from './schedule.js';

/** How long the duty in hand may take to finish at the end. */
const LAST_DUTY_MS = 5_000;

/** The command bus and what stands behind it; no HTTP, no reads. */
class ReactorModule {}

async function react({ settings, log, store, pool, tracing, signal, ready }: Service): Promise<void> {
  const { timeZone, legalEntity: entity, embedded, webhookAllow } = settings;
  const clock = entityClock(timeZone, settings.clockOffsetDays);
  const counts = new Counts(pool, 'reactor');
  const telling = watchCommands(countCommands(counts), logCommands(log));
  const observer = tracing ? observing(telling, traceCommands(tracing)) : telling;
  const parts = PartsModule.with({ store, pool, clock, entity, timeZone, observer });
  const app = await NestFactory.createApplicationContext(
    { module: ReactorModule, imports: [CqrsModule, parts, WriteSideModule] },
    { abortOnError: false, logger: false },
  );
  const mail = {
    ...{ smtpUrl: settings.smtpUrl, from: settings.mailFrom, timeZone, bounces: settings.mailBounces },
    outbox: join(settings.dataDir, 'outbox'),
    publicUrl: settings.publicUrl,
  };
  const commands = app.get(CommandBus);
  const execute = (command: CommandMessage): Promise<Outcome> => commands.execute(command);
  const stop = keepSchedule(
    {
      reactions: REACTIONS,
      parts: reactionParts({ store, execute, pool, clock, entity, together: embedded, webhookAllow, mail }),
      ...{ timeZone, log, counts },
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
