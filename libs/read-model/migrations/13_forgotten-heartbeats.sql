-- Up Migration
alter table projector.state add column forgotten_position bigint, add column forgotten_revision bigint;
comment on column projector.state.forgotten_position is
  'Position of the heartbeat before which the event store was told to forget heartbeats';
comment on column projector.state.forgotten_revision is 'Its revision';

-- Down Migration
alter table projector.state drop column forgotten_position, drop column forgotten_revision;
