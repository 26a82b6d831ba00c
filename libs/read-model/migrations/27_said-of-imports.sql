-- Up Migration

alter table page.imports add column said jsonb not null default '[]';
comment on column page.imports.said is
  'What because and notes say, each as a code with its values, so that the page says it in the language of its reader; [] of what was imported before';

-- Down Migration

alter table page.imports drop column said;
