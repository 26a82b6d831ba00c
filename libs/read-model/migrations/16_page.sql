-- Up Migration
create schema page;
comment on schema page is 'What the web page needs that is no fact of the business: who signs in, saved views, named instants';

create table page.sign_in_codes (
  hash    bytea       primary key,
  sub     text        not null,
  roles   text[]      not null,
  until   timestamptz not null,
  made_at timestamptz not null default clock_timestamp()
);
comment on table page.sign_in_codes is 'Codes that sign somebody in: taken once, within 60 seconds';
comment on column page.sign_in_codes.hash is 'SHA-256 of the code, which nobody keeps';
comment on column page.sign_in_codes.until is 'When the session ends at the latest: the token that asked for the code ends then';

create table page.ended_sessions (
  session uuid        primary key,
  until   timestamptz not null
);
comment on table page.ended_sessions is 'Sessions that somebody signed out of, until their cookies end by themselves';
create index on page.ended_sessions (until);

create table page.views (
  id        uuid        primary key,
  person_id text        not null,
  name      text        not null,
  path      text        not null,
  search    text        not null,
  shared    boolean     not null,
  revision  integer     not null default 0,
  saved_at  timestamptz not null default clock_timestamp(),
  unique (person_id, path, name)
);
comment on table page.views is 'Named searches of a page. A preference: nothing depends on it';
comment on column page.views.search is 'The query of the page''s address, without its question mark';
comment on column page.views.shared is 'Whether everybody is offered it';
create index on page.views (name) where shared;

create table page.instants (
  id        uuid        primary key,
  name      text        not null unique,
  known_at  timestamptz not null,
  person_id text        not null,
  named_at  timestamptz not null default clock_timestamp()
);
comment on table page.instants is 'Instants of the past that have a name, to look at what was known then';

-- Down Migration
drop schema page cascade;
