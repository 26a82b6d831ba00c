-- Up Migration
alter table vault.secrets add column made_at timestamptz not null default clock_timestamp();

comment on table vault.secrets is
  'Secrets of this installation, never exported: command-hash never changes; of the keys of MACs, mac-<id>, the newest makes new ones and all verify';
comment on column vault.secrets.made_at is 'The newest key of MACs is used from 45 seconds later on, when every process has noticed it';

-- The id is derived from the secret: two installations, or a restored one, never mean different keys by one id.
create function vault.new_mac_key() returns text language sql volatile as $$
  with made as materialized (
    select decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex') as secret
  )
  insert into vault.secrets (name, secret)
  select 'mac-' || left(encode(sha256(secret), 'hex'), 16), secret from made
  returning substr(name, 5)
$$;
comment on function vault.new_mac_key() is 'Makes a new key of MACs and says its id; the keys before it go on to verify';

select vault.new_mac_key();

create table vault.macs (
  one          boolean     primary key default true check (one),
  announced_at timestamptz not null default clock_timestamp(),
  position     bigint
);
comment on table vault.macs is 'Whether every fact has a MAC; one row, or none before that was announced';
comment on column vault.macs.announced_at is
  'No process of a release without MACs is at work: from 45 seconds later on, facts that several processes may write at once have one too';
comment on column vault.macs.position is 'Position of the fact MacBegun: later facts without a MAC did not come from Quittance';

-- A database without any history has known no process of a release without MACs.
insert into vault.macs (announced_at)
select clock_timestamp() - interval '1 day'
where (select facts = 0 and checkpoint_commit is null from projector.state)
  and not exists (select from write_side.idempotency)
  and not exists (select from vault.keys);

-- Down Migration
drop table vault.macs;
drop function vault.new_mac_key();
delete from vault.secrets where name like 'mac-%';
alter table vault.secrets drop column made_at;
