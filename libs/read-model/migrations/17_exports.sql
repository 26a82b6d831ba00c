-- Up Migration

create table write_side.exports (
  id       uuid        primary key default gen_random_uuid(),
  at       timestamptz not null default clock_timestamp(),
  actor    text        not null,
  roles    text[]      not null,
  path     text        not null,
  question text        not null,
  position bigint      not null,
  rows     bigint,
  whole    boolean     not null default false
);

create index on write_side.exports (at);

comment on table write_side.exports is
  'Who took which rows away as CSV: one row an export, committed before its first row left';
comment on column write_side.exports.at is 'When it began';
comment on column write_side.exports.actor is 'Who asked for it';
comment on column write_side.exports.roles is 'The roles of the actor''s token';
comment on column write_side.exports.path is 'The route that was asked';
comment on column write_side.exports.question is 'Filters, order and columns, as they were asked';
comment on column write_side.exports.position is 'How far the tables were filled';
comment on column write_side.exports.rows is 'How many rows left; null: it goes on, or its process was ended';
comment on column write_side.exports.whole is 'Whether all of them left';

-- Down Migration

drop table write_side.exports;
