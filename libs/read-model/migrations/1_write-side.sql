-- Up Migration

create schema if not exists write_side;

comment on schema write_side is 'What commands need beside the streams; the streams stay the truth';

create table write_side.idempotency (
  key        text        primary key,
  hash       text        not null,
  stream     text        not null,
  created_at timestamptz not null default clock_timestamp(),
  settled    boolean     not null default false
);

comment on table write_side.idempotency is 'One row an idempotency key, unique over all routes: committed before the append, removed when the command is refused';
comment on column write_side.idempotency.hash is 'SHA-256 of route and body as sent: the same key with another one is refused';
comment on column write_side.idempotency.stream is 'The stream that the command writes to';
comment on column write_side.idempotency.created_at is 'When the try now under way claimed the key; a later try waits a few seconds for it, then takes over';
comment on column write_side.idempotency.settled is 'The command was answered without a fact: a later try need not wait';

create schema if not exists vault;

comment on schema vault is 'Keys of personal data. A backup of facts without it holds nothing personal in plain text';

create table vault.keys (
  subject    text        primary key,
  key        bytea,
  created_at timestamptz not null default clock_timestamp(),
  erased_at  timestamptz,
  constraint erased_or_kept check ((key is null) = (erased_at is not null))
);

comment on table vault.keys is 'One AES-256 key a customer, person or payment';
comment on column vault.keys.subject is 'Name of the subject''s stream';
comment on column vault.keys.erased_at is 'The key was destroyed: what it sealed is gone, and it never comes back';

-- Down Migration

drop schema vault cascade;
drop schema write_side cascade;
