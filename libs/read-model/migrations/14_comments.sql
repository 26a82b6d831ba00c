-- Up Migration
comment on table mirror.facts is 'Every fact as it was stored, in the order of the log';
comment on column mirror.facts.prepare is 'Prepare position: what the event store gives beside the commit position';
comment on column mirror.facts.stream is 'Name of the stream';
comment on column mirror.facts.revision is 'Place in its stream, from 0';
comment on column mirror.facts.id is 'Id of the fact';
comment on column mirror.facts.type is 'Type of the fact';
comment on column mirror.facts.metadata is 'As stored: actor, entity, effectiveOn, hashes and more';
comment on column mirror.facts.recorded_at is 'When the store recorded it; of a history moved from another store, when that one did';

-- Down Migration
comment on table mirror.facts is null;
