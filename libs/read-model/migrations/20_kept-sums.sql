-- Up Migration

-- Keeps a table of sums what its rows come to. Arguments: the table of sums, in the schema of the rows; the columns that they are
-- added up by; how its row `s` is found by a change `d`; which rows count.
create function projector.keep_sums() returns trigger language plpgsql as $$
declare
  sums text := format('%I.%I', tg_table_schema, tg_argv[0]);
  each text := format('%s, count(*) as lines, sum(amount) as amount', tg_argv[1]);
begin
  if tg_op = 'TRUNCATE' then
    execute 'delete from ' || sums;
    return null;
  end if;
  if tg_op <> 'INSERT' then
    -- An upsert comes here, too, mostly with nothing.
    if not exists (select from removed) then return null; end if;
    execute format('update %s s set lines = s.lines - d.lines, amount = s.amount - d.amount
      from (select %s from removed where %s group by %s) d where %s',
      sums, each, tg_argv[3], tg_argv[1], tg_argv[2]);
  end if;
  if tg_op <> 'DELETE' then
    execute format('insert into %s as s (%s, lines, amount) select %s from added where %s group by %2$s
      on conflict (%2$s) do update set lines = s.lines + excluded.lines, amount = s.amount + excluded.amount',
      sums, tg_argv[1], each, tg_argv[3]);
  end if;
  return null;
end $$;

comment on function projector.keep_sums() is
  'Adds what rows of a table change by to the table of their sums, which is in the same schema';

-- Down Migration
drop function projector.keep_sums();
