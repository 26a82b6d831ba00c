-- Up Migration
create table projector.counts (
  process text not null,
  name text not null,
  value bigint not null default 0,
  moved_at timestamptz not null default now(),
  primary key (process, name)
);
comment on table projector.counts is
  'What the projector and the reactor, which serve no HTTP, have counted since the first start; /metrics tells it';
comment on column projector.counts.process is 'projector or reactor';
comment on column projector.counts.moved_at is 'When it moved last: a few seconds behind at most';

-- Down Migration
drop table projector.counts;
