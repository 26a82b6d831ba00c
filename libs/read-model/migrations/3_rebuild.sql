-- Up Migration
create table projector.rebuilds (
  id bigint generated always as identity primary key,
  target text not null check (target in ('live', 'analysis')),
  projections text[] not null,
  versions text[] not null,
  source text not null check (source in ('mirror', 'store')),
  status text not null default 'building'
    check (status in ('building', 'caught-up', 'swapped', 'compared', 'cancelled', 'failed')),
  position bigint,
  facts_done bigint not null default 0,
  facts_to_do bigint not null default 0,
  error text,
  started_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp()
);
comment on table projector.rebuilds is 'Tables made anew beside the live ones, in the schema rebuild_<id>; the old ones go to retired_<id>';
comment on column projector.rebuilds.target is 'The schema whose tables they replace';
comment on column projector.rebuilds.versions is 'Of the projections, in their order';
comment on column projector.rebuilds.source is 'Where the facts were read from: mirror.facts, or the event store';
comment on column projector.rebuilds.status is
  'building, caught-up (waits for the swap), swapped, compared (a dry run), cancelled, failed';
comment on column projector.rebuilds.position is 'Position of the last fact in the new tables';
comment on column projector.rebuilds.facts_to_do is 'Facts in the log when it was last looked at';

alter table projector.state add column rebuilt bigint;
comment on column projector.state.rebuilt is 'The last rebuild that was swapped in: parked streams may differ since';

-- Down Migration
alter table projector.state drop column rebuilt;
drop table projector.rebuilds;
