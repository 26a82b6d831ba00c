import { aboutCustomer, customerInPath, customerNow, shownAs } from '../customer/customer.references.js';
import { customers } from '../customer/customer.stream.js';
import { answersWith } from '../invoice/invoice.references.js';
import { type Api, commandsOn } from '../manifest/feature.js';
import { EVERYONE } from '../manifest/roles.js';
import { customerStream } from '../streams.js';
import { MergeCustomer, UndoMerge } from './merge.commands.js';
import { MergeController } from './merge.controller.js';
import { merge } from './merge.decider.js';
import { MERGES } from './merge.list.js';

const answer = answersWith('mergeId');
const path = customerInPath();
const roles = ['manager'] as const;

export const mergeApi: Api = {
  commands: commandsOn(customers, merge, {
    MergeCustomer: {
      command: MergeCustomer,
      ...aboutCustomer,
      ids: { customerId: customerStream, intoCustomerId: customerStream },
      references: async ({ intoCustomerId }, read, entity) => ({
        into: await customerNow(read, entity, intoCustomerId),
        root: await shownAs(read, entity, intoCustomerId),
      }),
      answer,
    },
    UndoMerge: { command: UndoMerge, ...aboutCustomer, answer },
  }),
  routes: {
    'POST /v1/customers/:id/merge': { roles, batch: { command: MergeCustomer, path } },
    'POST /v1/customers/:id/merge/undo': { roles, batch: { command: UndoMerge, path } },
  },
  lists: [
    {
      list: MERGES,
      path: 'v1/merges',
      tag: 'Customers',
      summary: 'Merges of customers, one row each',
      description: 'As they stand, or with `asOf`, `knownAt` or `known` as of that date and as known then.',
      roles: EVERYONE,
    },
  ],
  codes: {
    merged: [
      409,
      'The customer was merged into another one.',
      'Name that one: `errors` and `detail` say who it is. Or undo the merge.',
    ],
    circle: [409, 'The other customer is merged into this one.', 'Undo that merge first, or leave it so.'],
    'not-merged': [409, 'The customer is not merged.', 'Nothing is to be undone.'],
  },
  writes: [MergeController],
};
