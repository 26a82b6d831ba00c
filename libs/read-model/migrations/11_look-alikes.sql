-- Up Migration

-- The same as `folded` of the kernel (libs/kernel/src/id-text.ts).
create function projector.folded(id text) returns text
  language sql immutable strict parallel safe
  return case
    when octet_length(id) = char_length(id) and position('  ' in id) = 0 then btrim(id, ' ')
    else btrim(translate(
      regexp_replace(normalize(id, NFC), '[\u0020\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]+', ' ', 'g'),
      U&'\2010\2011', '--'), ' ')
  end;

comment on function projector.folded(text) is
  'The form in which ids and numbers are compared: NFC, trimmed, each run of blanks one space, hyphens U+2010 and U+2011 as -';

create table write_side.looks_alike (
  entity     text        not null,
  kind       text        not null,
  form       text        not null,
  name       text        not null,
  others     text[]      not null default '{}',
  claimed_at timestamptz not null default clock_timestamp(),
  primary key (entity, kind, form)
);

comment on table write_side.looks_alike is
  'Whose a number or id is, by what all that look like it have in common: committed before the append that begins its stream; read again from the log when lost';
comment on column write_side.looks_alike.form is 'Folded and without case';
comment on column write_side.looks_alike.name is 'The number or id itself, as stored';
comment on column write_side.looks_alike.others is 'Those that look like it and were accepted, or stand in the log from before';
comment on column write_side.looks_alike.claimed_at is 'When a try last claimed the name; until its stream is there, another may take it over after a minute';

create table write_side.looks_alike_read (
  entity   text   primary key,
  position bigint not null,
  prepare  bigint not null
);

comment on table write_side.looks_alike_read is 'How far the log was read for write_side.looks_alike; no row: not at all';

-- Down Migration

drop table write_side.looks_alike_read;
drop table write_side.looks_alike;
drop function projector.folded(text);
