-- Up Migration

create table write_side.requests (
  key        text        not null,
  actor      text        not null,
  hash       text        not null,
  stream     text        not null,
  created_at timestamptz not null default clock_timestamp(),
  settled    boolean     not null default false,
  primary key (key, actor)
);

comment on table write_side.requests is
  'One row an idempotency key of an actor: committed before the append, removed when the command is refused';
comment on column write_side.requests.actor is 'Whose key it is: another''s is another key';
comment on column write_side.requests.hash is
  'HMAC-SHA-256 of the hash of route and body as understood, under the secret command-hash: the same key with another one is refused';
comment on column write_side.requests.stream is 'The stream that the command writes to';
comment on column write_side.requests.created_at is
  'When the try now under way claimed the key; a later try waits a few seconds for it, then takes over';
comment on column write_side.requests.settled is 'The command was answered without a fact: a later try need not wait';

comment on table write_side.idempotency is
  'Keys of former releases, which belonged to nobody: looked up first for 30 days. A row created at infinity stands for one in requests: a process of a former release that still runs finds it taken, for ever under way';

create table write_side.transition (until timestamptz not null);

comment on table write_side.transition is
  'Until then keys of former releases are looked up, and theirs are marked; no row where no release was before';

-- Where a release ran before: its first migration is not of this moment.
insert into write_side.transition (until)
select now() + interval '30 days'
where exists (select from write_side.idempotency)
   or exists (select from mirror.facts)
   or exists (select from migrations where run_on < now() - interval '1 minute');

-- Down Migration

drop table write_side.transition;
drop table write_side.requests;
