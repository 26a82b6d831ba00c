-- Up Migration

create table write_side.webhook_secrets (
  webhook_id uuid        not null,
  secret     text        not null,
  made_at    timestamptz not null default clock_timestamp(),
  until      timestamptz,
  primary key (webhook_id, secret)
);
comment on table write_side.webhook_secrets is 'What deliveries to webhooks are signed with; no analyst reads it';
comment on column write_side.webhook_secrets.until is 'When it signs no more: a newer one took its place; null: it signs';

create table write_side.webhook_progress (
  webhook_id uuid   primary key,
  commit     bigint not null,
  prepare    bigint not null
);
comment on table write_side.webhook_progress is 'How far the log was looked through for a webhook';

create table write_side.webhook_deliveries (
  id         uuid        primary key,
  webhook_id uuid        not null,
  type       text        not null,
  stream     text        not null,
  revision   bigint      not null,
  position   bigint      not null,
  status     text        not null default 'waiting' check (status in ('waiting', 'delivered', 'dead')),
  attempts   integer     not null default 0,
  answer     text,
  due_at     timestamptz not null default clock_timestamp(),
  made_at    timestamptz not null default clock_timestamp()
);
create index on write_side.webhook_deliveries (due_at) where status = 'waiting';
create index on write_side.webhook_deliveries (webhook_id, status);
create index on write_side.webhook_deliveries (made_at) where status = 'delivered';

comment on table write_side.webhook_deliveries is 'What was or is to be told to webhooks; what was delivered is kept for 30 days';
comment on column write_side.webhook_deliveries.id is 'The header webhook-id: of the webhook and the fact, so that it is the same at each try';
comment on column write_side.webhook_deliveries.status is 'waiting, delivered or dead';
comment on column write_side.webhook_deliveries.answer is 'Status of the last answer, or why there was none';
comment on column write_side.webhook_deliveries.due_at is 'When it is sent next, while it waits';

-- Down Migration

drop table write_side.webhook_deliveries;
drop table write_side.webhook_progress;
drop table write_side.webhook_secrets;
