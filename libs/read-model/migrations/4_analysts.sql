-- Up Migration
create schema analysis;
comment on schema analysis is 'Tables of analysts'' own projections: quittance replay makes them, each run anew and whole';

-- Whoever reads with SQL is a member of this role. It sees facts and tables, never keys or what commands need.
-- Where the application's role may not create roles, an administrator makes it (docs/analysts.md) and this migration's
-- rights are given there.
do $$
declare
  part text;
begin
  begin
    if not exists (select from pg_roles where rolname = 'quittance_reader') then
      create role quittance_reader nologin;
    end if;
  exception
    when insufficient_privilege then
      raise notice 'the role quittance_reader is missing and may not be created here: see docs/analysts.md';
    when duplicate_object or unique_violation then
      null; -- another database of this server has just made it
  end;
  if not exists (select from pg_roles where rolname = 'quittance_reader') then
    return;
  end if;
  execute format('grant connect on database %I to quittance_reader', current_database());
  foreach part in array array['live', 'mirror', 'analysis'] loop
    execute format('grant usage on schema %I to quittance_reader', part);
    execute format('grant select on all tables in schema %I to quittance_reader', part);
    execute format('alter default privileges in schema %I grant select on tables to quittance_reader', part);
  end loop;
end
$$;

-- Down Migration
do $$
begin
  if exists (select from pg_roles where rolname = 'quittance_reader') then
    alter default privileges in schema live revoke select on tables from quittance_reader;
    alter default privileges in schema mirror revoke select on tables from quittance_reader;
    revoke all on all tables in schema live, mirror from quittance_reader;
    revoke usage on schema live, mirror from quittance_reader;
    execute format('revoke connect on database %I from quittance_reader', current_database());
  end if;
end
$$;
drop schema analysis cascade;
