import { type Api, commandsOf } from '../manifest/feature.js';
import { READS_LOG } from '../manifest/roles.js';
import { attemptsStream } from '../streams.js';
import { CountAttempts, KeepAttempt } from './attempt.commands.js';
import { attempts } from './attempt.decider.js';
import { ATTEMPTS } from './attempt.list.js';

const stream = ({ attemptedOn }: { attemptedOn: string }, entity: string): string =>
  attemptsStream(entity, attemptedOn);

export const attemptApi: Api = {
  commands: commandsOf(attempts, {
    KeepAttempt: { command: KeepAttempt, stream, internal: true },
    CountAttempts: { command: CountAttempts, stream, internal: true },
  }),
  lists: [
    {
      list: ATTEMPTS,
      path: 'v1/reports/attempts',
      tag: 'Reports',
      summary: 'What was refused for a duty, a limit, a closed period or an erasure, one row an attempt',
      description: 'At most 1,000 a day and actor; further ones are counted.',
      roles: READS_LOG,
    },
  ],
};
