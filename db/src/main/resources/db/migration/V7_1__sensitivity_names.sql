-- The four ranks are fixed: rows everywhere compare them. What the enterprise calls them, and what callers may say
-- in their place, is its own.
create table sensitivity_name (
  code text primary key check (code in ('public', 'internal', 'confidential', 'restricted')),
  ordinal int not null unique,
  name text not null check (length(name) between 1 and 40),
  description text not null default '' check (length(description) <= 500),
  words text[] not null default '{}',      -- in lower case; no word stands for two ranks
  version int not null default 1
);
insert into sensitivity_name (code, ordinal, name, description) values
  ('public', 1, 'Public', 'Published, or meant to be'),
  ('internal', 2, 'Internal', 'For everybody in the enterprise'),
  ('confidential', 3, 'Confidential', 'For those who need it: customers, contracts, people'),
  ('restricted', 4, 'Restricted', 'Harm is certain if it leaves: secrets of the business and of the law');

create trigger config_changed after insert or update or delete on sensitivity_name
  for each statement execute function config_changed();

alter table sensitivity_name enable row level security;
alter table sensitivity_name force row level security;
create policy readers on sensitivity_name for select to marketplace_portal, marketplace_gateway using (true);
create policy platform_rows on sensitivity_name to marketplace_platform using (true) with check (true);
create policy snapshot_reads on sensitivity_name for select to marketplace_snapshot using (true);
grant select on sensitivity_name to marketplace_portal, marketplace_platform, marketplace_snapshot;
grant update on sensitivity_name to marketplace_platform;
