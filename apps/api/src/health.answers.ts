import {
  answerOf,
  byName,
  count,
  decimal,
  instant,
  type ItemOf,
  listOf,
  measured,
  orNull,
  part,
  texts,
  truth,
  words,
} from '@quittance/reading';

// What the routes of health answer, as OpenAPI shows it.

export const LIVE_ANSWER = answerOf({ status: words('Always `live`', 'live') });

/** One projector feeds them all, so that they share heartbeat and lag. */
const READY_PROJECTION = {
  name: words('Of the projection', 'invoices'),
  heartbeatSeconds: orNull(count('Since a heartbeat came through', 3)),
  lagFacts: count('Facts that wait', 0),
  lagSeconds: count('How long the first of them waits', 0),
  parked: count('Streams that it leaves out', 0),
};
const READY = {
  status: words('Always `ready`', 'ready'),
  projections: listOf('The projections', READY_PROJECTION),
  parkedStreams: count('Streams that at least one projection leaves out', 0),
};
export type Ready = ItemOf<typeof READY>;
export const READY_ANSWER = answerOf(READY);

const LAG = {
  facts: count('Facts that wait, heartbeats left out', 2),
  estimated: truth('Counted up to 500, estimated beyond', false),
  seconds: measured('How long the first of them waits', 0.02),
};
const PROJECTOR = {
  position: decimal('Up to here the tables are filled', '184460'),
  facts: decimal('Facts projected', '1204'),
  heartbeatSeconds: orNull(measured('Since a heartbeat came through', 2.4)),
  subscribed: truth('Whether it follows the log', true),
  completeThrough: orNull(instant('What was recorded by then is in the tables', '2026-03-31T08:00:00.000Z')),
  lag: orNull(part('What is not yet in the tables', LAG)),
};
const PROJECTION = {
  name: words('Of the projection', 'invoices'),
  version: words('Of its tables', '9f2c61d0'),
  since: instant('When its tables were made, or swapped in', '2026-03-01T08:00:00.000Z'),
  parked: count('Streams that it leaves out', 1),
};
const REBUILD = {
  id: decimal('Of the rebuild', '4'),
  projections: texts('Whose tables are made again', ['invoices']),
  status: words('building or caught-up', 'building'),
  factsDone: decimal('Facts done', '600'),
  factsToDo: decimal('Facts in all', '1204'),
  startedAt: instant('When it began', '2026-03-31T08:00:00.000Z'),
  silentSeconds: measured('Since it last said how far it is', 0.2),
  projectorWaits: truth('The projector stands still until it is through', true),
};
const counts = byName('By name', decimal('Since the process first ran', '801'), { batches: '801' });
const STATUS = {
  eventStore: part('The event store', {
    answers: truth('Whether it answers', true),
    position: orNull(decimal('Of the last fact', '184467')),
  }),
  database: part('PostgreSQL', { answers: truth('Whether it answers', true) }),
  projector: orNull(part('The projector; null when the database does not answer', PROJECTOR)),
  projections: listOf('The projections', PROJECTION),
  parkedStreams: orNull(count('Streams that at least one projection leaves out', 1)),
  rebuilds: listOf('Rebuilds under way', REBUILD),
  counts: byName('What processes without HTTP have counted, by process', counts, {
    projector: { batches: '801' },
    reactor: {},
  }),
};
export type Status = ItemOf<typeof STATUS>;
export const STATUS_ANSWER = answerOf(STATUS);
