import type { CommandMessage } from '@quittance/event-store';
import { isBounded } from '@quittance/kernel';
import { type Api, commandsOf } from '../manifest/feature.js';
import { EVERYONE } from '../manifest/roles.js';
import { customerStream, draftIdOf, draftStream, personStream, seriesStream } from '../streams.js';
import {
  ApproveDraft,
  ChangeDraft,
  CheckDraft,
  CreateDraft,
  DiscardDraft,
  FinishDraft,
  IssueDraft,
  ReopenDraft,
  TakeNumber,
} from './draft.commands.js';
import { DraftController } from './draft.controller.js';
import { drafts } from './draft.decider.js';
import { DRAFTS } from './draft.list.js';
import { DraftQueriesController } from './draft.queries.controller.js';
import {
  aboutDraft,
  draftInPath,
  highestOf,
  ofChanged,
  ofIssued,
  ofNew,
  subjectOf,
} from './draft.references.js';
import { finishDraft, issueOf } from './issue-draft.js';
import { seriesStreams } from './series.decider.js';

const roles = ['clerk', 'manager'] as const;
/** The day of its issue was named before, when the draft was written. */
const policy = ({ context: { actor } }: CommandMessage): boolean => isBounded(actor);
const ids = { customerId: customerStream, ownerId: personStream };

export const draftApi: Api = {
  commands: [
    ...commandsOf(drafts, {
      CreateDraft: {
        command: CreateDraft,
        stream: ({ context }, entity) => draftStream(draftIdOf(entity, context)),
        begins: true,
        ids,
        references: ofNew,
      },
      ChangeDraft: { command: ChangeDraft, ...aboutDraft, ids: ids, references: ofChanged },
      ApproveDraft: { command: ApproveDraft, ...aboutDraft },
      CheckDraft: { command: CheckDraft, ...aboutDraft, internal: true, policy, references: ofIssued },
      IssueDraft: { command: IssueDraft, ...aboutDraft, policy, references: ofIssued, answer: issueOf },
      FinishDraft: {
        ...{ command: FinishDraft, ...aboutDraft, internal: true },
        answer: ({ id }, execute, store) => finishDraft(store, execute, id),
      },
      ReopenDraft: { command: ReopenDraft, ...aboutDraft, internal: true },
      DiscardDraft: { command: DiscardDraft, ...aboutDraft, references: subjectOf },
    }),
    ...commandsOf(seriesStreams, {
      TakeNumber: {
        command: TakeNumber,
        stream: ({ series }, entity) => seriesStream(entity, series),
        internal: true,
        references: highestOf,
      },
    }),
  ],
  routes: {
    'POST /v1/drafts': { roles, batch: { command: CreateDraft } },
    'POST /v1/drafts/:id/changes': { roles, batch: { command: ChangeDraft, path: draftInPath } },
    'POST /v1/drafts/:id/approval': {
      roles: ['manager'],
      batch: { command: ApproveDraft, path: draftInPath },
    },
    'POST /v1/drafts/:id/issue': { roles },
    'POST /v1/drafts/:id/discard': { roles, batch: { command: DiscardDraft, path: draftInPath } },
    'GET /v1/drafts/:id': { roles: EVERYONE },
  },
  lists: [
    {
      list: DRAFTS,
      path: 'v1/drafts',
      tag: 'Drafts',
      summary: 'Drafts of invoices, one row each',
      roles: EVERYONE,
      counts: EVERYONE,
    },
  ],
  codes: {
    'draft-not-found': [404, 'There is no such draft.', 'Look it up in /v1/drafts.'],
    'draft-issued': [
      409,
      'The draft was issued: it stands still.',
      'Change or void the invoice: `detail` says its number.',
    ],
    'draft-reopened': [
      409,
      'The invoice of the draft was refused, and the draft is open again.',
      'Issue it under a new key: `detail` says why it was refused.',
    ],
    'draft-discarded': [409, 'The draft was discarded.', 'Write another one.'],
    'already-approved': [409, 'The draft is approved as it stands.', 'Issue it.'],
    'needs-approval': [
      409,
      'The draft is above the credit limit of its customer.',
      'Let somebody who neither wrote nor changed it approve it (`/approval`), or lower it: `detail` says by how much.',
    ],
  },
  writes: [DraftController],
  reads: [DraftQueriesController],
};
