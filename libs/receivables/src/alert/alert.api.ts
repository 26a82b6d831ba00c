import { type Api, commandsOf, commandsOn } from '../manifest/feature.js';
import { EVERYONE } from '../manifest/roles.js';
import { personInPath } from '../person/person.references.js';
import { people } from '../person/person.stream.js';
import { personStream } from '../streams.js';
import { BeginDigest, ChooseAlerts, DrawUpDigest, EndDigest } from './alert.commands.js';
import { AlertController } from './alert.controller.js';
import { alert } from './alert.decider.js';
import { aboutDigest, leavingReferences, subjectOfDigest } from './alert.references.js';
import { unaddressed } from './alert.sql.js';
import { digests } from './alert.stream.js';
import { DIGESTS } from './digest.list.js';

export const alertApi: Api = {
  commands: [
    ...commandsOn(people, alert, {
      ChooseAlerts: {
        command: ChooseAlerts,
        stream: ({ personId }, entity) => personStream(entity, personId),
        id: ({ personId }) => personId,
        ids: { personId: personStream },
      },
    }),
    ...commandsOf(digests, {
      DrawUpDigest: { command: DrawUpDigest, ...aboutDigest, internal: true },
      BeginDigest: { command: BeginDigest, ...aboutDigest, internal: true, references: leavingReferences },
      EndDigest: { command: EndDigest, ...aboutDigest, internal: true, references: subjectOfDigest },
    }),
  ],
  routes: {
    'POST /v1/people/:id/alerts': {
      roles: EVERYONE,
      batch: { command: ChooseAlerts, path: personInPath },
    },
  },
  lists: [
    {
      list: DIGESTS,
      path: 'v1/digests',
      tag: 'People',
      summary: 'What people were told of due dates and escalations: one row a person and day',
      roles: EVERYONE,
    },
  ],
  work: [
    {
      ...{ kind: 'no-address', urgency: 6 },
      next: 'Register the person with an address, or choose another way to tell them',
      relation: unaddressed,
    },
  ],
  writes: [AlertController],
};
