-- Up Migration
alter table projector.rebuilds add column projecting boolean not null default false;
comment on column projector.rebuilds.projecting is
  'Whether the projector waits for it: it makes changed tables anew before it goes on';

-- Down Migration
alter table projector.rebuilds drop column projecting;
