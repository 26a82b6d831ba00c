-- Up Migration
alter table projector.state add column moved_at timestamptz;
comment on column projector.state.moved_at is
  'When the projector last showed to be at work: it took up its work, wrote a batch, swapped a rebuild in, let parked streams go on';

-- Down Migration
alter table projector.state drop column moved_at;
