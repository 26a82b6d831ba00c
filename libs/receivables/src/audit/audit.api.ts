import { type Api, commandsOf } from '../manifest/feature.js';
import { logHeadStream } from '../streams.js';
import { AuditQueries } from './audit.queries.js';
import { AuditQueriesController } from './audit.queries.controller.js';
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
    'GET /v1/audit': { roles: ['auditor', 'manager', 'admin', 'analyst'] },
    'GET /v1/audit/heads': { roles: ['auditor', 'admin'] },
    'GET /v1/audit/touched-streams': { roles: ['auditor', 'admin'] },
    'GET /v1/audit/verification': { roles: ['auditor', 'admin'] },
  },
  reads: [AuditQueriesController, VerificationController],
  providers: [AuditQueries, VerificationQueries, TouchedStreamsQueries],
};
