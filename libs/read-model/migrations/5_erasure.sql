-- Up Migration

create table vault.secrets (
  name   text  primary key,
  secret bytea not null
);

comment on table vault.secrets is 'Secrets of this installation; never exported, and never changed';

-- Two random uuids: 244 bits of the server's strong randomness.
insert into vault.secrets (name, secret)
values ('command-hash', decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'));

comment on column write_side.idempotency.hash is
  'HMAC-SHA-256 of the hash of route and body as sent, under the secret command-hash: the same key with another one is refused. Rows of the first release hold the hash itself';

create table projector.erasures (
  subject     text        primary key,
  position    bigint      not null,
  emptied     jsonb       not null,
  erased_at   timestamptz not null default clock_timestamp(),
  vacuumed_at timestamptz,
  too_large   text[]      not null default '{}'
);

comment on table projector.erasures is 'Whose personal data was emptied from the tables of projections';
comment on column projector.erasures.subject is 'Name of the subject''s stream';
comment on column projector.erasures.position is 'Position of the fact that erased it';
comment on column projector.erasures.emptied is 'Rows emptied, by table';
comment on column projector.erasures.vacuumed_at is 'When the files of the emptied tables were rewritten, and copies of them dropped';
comment on column projector.erasures.too_large is 'Emptied tables whose files were not rewritten at once: vacuum full does it';

-- No statistics of personal columns: the planner keeps the most common values in plain text.
do $$
declare
  personal record;
begin
  for personal in
    select c.oid::regclass as relation, a.attname
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'live'
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind = 'r' and col_description(c.oid, a.attnum) like '%Personal data%'
  loop
    execute format('alter table %s alter column %I set statistics 0', personal.relation, personal.attname);
  end loop;
end
$$;

-- Down Migration

drop table projector.erasures;
drop table vault.secrets;
