-- Up Migration

create table page.imports (
  id           uuid        primary key,
  number       integer     not null unique generated always as identity,
  person_id    text        not null,
  content      bytea       not null,
  file_name    text        not null,
  file_bytes   bigint      not null,
  kind         text        not null,
  dry_run      boolean     not null,
  state        text        not null default 'checking',
  totals       jsonb       not null default '{}',
  notes        text[]      not null default '{}',
  because      text,
  position     bigint      not null default 0,
  encoding     text        not null default 'utf-8',
  left_out     bigint      not null default 0,
  began_at     timestamptz not null default clock_timestamp(),
  ended_at     timestamptz
);
create index on page.imports (began_at, id);

comment on table page.imports is
  'Files that were sent to be imported, and how far each is. What their rows recorded are facts; this only tells of it';
comment on column page.imports.number is 'Whoever runs it holds the advisory lock (7123, number): one that is not held was interrupted';
comment on column page.imports.person_id is 'Who sent it';
comment on column page.imports.content is 'SHA-256 of the file and what was asked: the same key is for the same request';
comment on column page.imports.state is 'checking, sending, done, refused, failed or interrupted';
comment on column page.imports.totals is 'Counts of rows, as the command line tells them';
comment on column page.imports.because is 'Why it did not end as asked';
comment on column page.imports.position is 'The last position that it wrote; 0: none';
comment on column page.imports.encoding is 'Of the file, and so of the rows that are kept of it';
comment on column page.imports.left_out is 'Rejected rows that are not kept: there were too many';

create table page.import_rows (
  import_id uuid    not null references page.imports on delete cascade,
  kind      text    not null,
  part      integer not null,
  bytes     bytea   not null,
  primary key (import_id, kind, part)
);
comment on table page.import_rows is
  'Rows of imported files with what was said of them: CSV in parts, as the file was written. Kept for 30 days';
comment on column page.import_rows.kind is 'rejects, warnings or proposals';

-- Down Migration

drop table page.import_rows;
drop table page.imports;
