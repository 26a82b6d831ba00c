-- Up Migration
create schema projector;
comment on schema projector is 'How far the projector has come, and what it had to leave out';

-- One row. It moves in the transaction of the rows, so that it never says more than they show.
create table projector.state (
  one boolean primary key default true check (one),
  checkpoint_commit bigint,
  checkpoint_prepare bigint,
  facts bigint not null default 0,
  recorded_max timestamptz,
  complete_through timestamptz,
  beat_at timestamptz,
  subscribed boolean not null default false,
  tail_commit bigint,
  writer uuid
);
insert into projector.state default values;
comment on column projector.state.checkpoint_commit is 'Position of the last fact processed; null before the first';
comment on column projector.state.facts is 'Facts projected, heartbeats not counted';
comment on column projector.state.recorded_max is 'Running maximum of recorded times seen, facts and heartbeats';
comment on column projector.state.complete_through is 'Everything recorded at or before it is in the tables';
comment on column projector.state.beat_at is 'When a heartbeat last came through the subscription';
comment on column projector.state.subscribed is 'Whether the projector hears the event store';
comment on column projector.state.tail_commit is 'Up to here the log was read a second time and nothing was missing';
comment on column projector.state.writer is 'The projector that moved the checkpoint last';

create table projector.streams (stream text primary key, revision bigint not null);
comment on table projector.streams is 'Last revision seen of each stream: the next one must follow it';

create table projector.parked (
  projection text not null,
  stream text not null,
  revision bigint not null,
  position bigint not null,
  type text not null,
  error text not null,
  since timestamptz not null default now(),
  primary key (projection, stream)
);
comment on table projector.parked is
  'Streams a projection could not go on with: it leaves out their facts from this revision on, until released';

create table projector.projections (
  name text primary key,
  version text not null,
  comment text not null,
  tables text[] not null,
  since timestamptz not null default now()
);
comment on table projector.projections is 'The version of each projection that its tables were made by';

create schema mirror;
comment on schema mirror is 'The event log as it was stored, in commit order; can be dropped and read again';

-- json, not jsonb: the text stays as it was stored, and no value of it can be refused.
create table mirror.facts (
  position bigint primary key,
  prepare bigint not null,
  stream text not null,
  revision bigint not null,
  id uuid not null,
  type text not null,
  data json not null,
  metadata json not null,
  recorded_at timestamptz not null,
  recorded_max timestamptz not null,
  unique (stream, revision)
);
create index on mirror.facts (recorded_max);
comment on column mirror.facts.position is 'Commit position: the order of the log, not dense';
comment on column mirror.facts.data is 'As stored; personal data is sealed';
comment on column mirror.facts.recorded_max is 'Running maximum of recorded times up to this position, heartbeats included';

create schema live;
comment on schema live is 'The tables of all projections';

-- Down Migration
drop schema live cascade;
drop schema mirror cascade;
drop schema projector cascade;
