import { type Api, commandsOf } from '../manifest/feature.js';
import { READS_LOG } from '../manifest/roles.js';
import { logHeadStream } from '../streams.js';
import { AuditQueries } from './audit.queries.js';
import { AuditQueriesController } from './audit.queries.controller.js';
import { EXPORTS } from './exports.list.js';
import { LATE_RECORDED } from './late.list.js';
import { BeginMacs, RecordLogHead } from './log-head.commands.js';
import { logHeadDecider } from './log-head.decider.js';
import { TouchedStreamsQueries } from './touched-streams.queries.js';
import { VerificationController } from './verification.controller.js';
import { VerificationQueries } from './verification.queries.js';

export const auditApi: Api = {
  commands: commandsOf(logHeadDecider, {
    RecordLogHead: {
      command: RecordLogHead,
      stream: (_command, entity) => logHeadStream(entity),
      internal: true,
    },
    BeginMacs: { command: BeginMacs, stream: (_command, entity) => logHeadStream(entity), internal: true },
  }),
  routes: {
    'GET /v1/audit': { roles: READS_LOG },
    'GET /v1/audit/heads': { roles: ['auditor', 'admin'] },
    'GET /v1/audit/touched-streams': { roles: ['auditor', 'admin'] },
    'GET /v1/audit/verification': { roles: ['auditor', 'admin'] },
  },
  lists: [
    {
      list: LATE_RECORDED,
      path: 'v1/reports/late-recorded',
      tag: 'Reports',
      summary: 'Facts that were recorded long after the day they count from',
      description:
        'At least 30 days late, or as many as `days` says. With `known=stated` by the instants that an imported history states.',
      roles: READS_LOG,
      compares: READS_LOG,
    },
    {
      list: EXPORTS,
      path: 'v1/exports',
      tag: 'Audit',
      summary: 'Who took which rows away as CSV, the latest first',
      description: 'Every CSV answer leaves a line, outside the event log.',
      roles: ['auditor', 'admin'],
    },
  ],
  reads: [AuditQueriesController, VerificationController],
  providers: [AuditQueries, VerificationQueries, TouchedStreamsQueries],
};
