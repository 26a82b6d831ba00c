import type { ReadStreams } from '@quittance/event-store';
import { customerNow } from '../customer/customer.references.js';
import { issuedInvoice } from '../invoice/invoice.references.js';
import { type Api, commandsOf } from '../manifest/feature.js';
import { EVERYONE } from '../manifest/roles.js';
import { policyStream } from '../streams.js';
import { ASSIGNMENTS } from './assignment.list.js';
import { ConfirmEscalations, HoldEscalations } from './first-run.commands.js';
import { FirstRunController } from './first-run.controller.js';
import { heldEscalations } from './first-run.sql.js';
import { AssignPolicy, VersionPolicy } from './policy.commands.js';
import { PolicyController } from './policy.controller.js';
import { PolicyQueries } from './policy.queries.js';
import { PolicyQueriesController } from './policy.queries.controller.js';
import { policies } from './policy.stream.js';

const stream = (_command: object, entity: string): string => policyStream(entity);

/** Whether what an assignment names is there; of a segment nobody need be known yet. */
async function exists({ scope, scopeId }: AssignPolicy, read: ReadStreams, entity: string): Promise<boolean> {
  if (scopeId === undefined) return true;
  if (scope === 'customer') return (await customerNow(read, entity, scopeId)) !== undefined;
  return scope !== 'invoice' || (isUuid(scopeId) && (await issuedInvoice(read, scopeId)) !== undefined);
}
const isUuid = (text: string): boolean => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(text);

export const policyApi: Api = {
  commands: commandsOf(policies, {
    VersionPolicy: { command: VersionPolicy, stream, id: ({ policyId }) => policyId },
    AssignPolicy: {
      ...{ command: AssignPolicy, stream, id: ({ policyId }) => policyId },
      references: async (command, read, entity) => ({ exists: await exists(command, read, entity) }),
    },
    HoldEscalations: { command: HoldEscalations, stream, internal: true },
    ConfirmEscalations: { command: ConfirmEscalations, stream },
  }),
  routes: {
    'POST /v1/policies': { roles: ['manager'], batch: { command: VersionPolicy } },
    'POST /v1/policies/assignments': { roles: ['manager'], batch: { command: AssignPolicy } },
    'GET /v1/policies': { roles: EVERYONE },
    'GET /v1/policies/:id': { roles: EVERYONE },
    'POST /v1/dunning/confirmations': { roles: ['manager'] },
  },
  lists: [
    {
      list: ASSIGNMENTS,
      path: 'v1/policies/assignments',
      tag: 'Dunning',
      summary: 'Whom each policy is for: one row a customer, segment or invoice that has one of its own',
      description: 'As it stands, or with `asOf`, `knownAt` or `known` as of that date and as known then.',
      roles: EVERYONE,
    },
  ],
  work: [
    {
      ...{ kind: 'escalations-held', urgency: 1 },
      next: 'Look at them (/v1/dunning/blocked?code=not-confirmed); confirm them (/v1/dunning/confirmations), or assign another policy first',
      relation: heldEscalations,
    },
  ],
  codes: {
    'nothing-held': [
      409,
      'No escalations wait for a confirmation.',
      'Nothing is to be done: a run that would hold them says so.',
    ],
    'unknown-policy': [
      422,
      'There is no such policy.',
      'Name one of those that `errors` lists, or store it first.',
    ],
  },
  writes: [PolicyController, FirstRunController],
  reads: [PolicyQueriesController],
  providers: [PolicyQueries],
};
