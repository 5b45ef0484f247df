-- How often, how fast and in which order calls may be made.

-- at most one limit of each owner for a scope and tier; what is null is not limited
create table call_limit (
  id uuid primary key,
  tenant_id uuid not null references tenant,
  owner text not null check (owner in ('platform', 'tenant')),
  scope_type text not null check (scope_type in ('key', 'application', 'team', 'tenant')),
  scope_id uuid not null,
  tier text references tier,               -- null: all tiers together
  requests_per_minute bigint check (requests_per_minute > 0),
  tokens_per_minute bigint check (tokens_per_minute > 0),
  concurrency int check (concurrency > 0),
  priority text check (priority in ('interactive', 'batch', 'background')),
  version int not null check (version > 0),
  changed_by text not null,
  changed_at timestamptz not null,
  check (num_nonnulls(requests_per_minute, tokens_per_minute, concurrency, priority) > 0)
);
create unique index call_limit_one on call_limit (scope_type, scope_id, tier, owner) nulls not distinct;
create index call_limit_tenant on call_limit (tenant_id);

-- what each gateway last told of a limit's use; of a limit nobody calls under there is no row
create table limit_use (
  limit_id uuid not null references call_limit on delete cascade,
  replica text not null,
  tenant_id uuid not null,
  at timestamptz not null default now(),
  requests bigint not null,                -- admitted within the last minute
  tokens bigint not null,                  -- used by calls that ended within the last minute
  refused bigint not null,                 -- refused within the last minute because of this limit
  in_flight int not null,
  primary key (limit_id, replica)
);

alter table call_limit enable row level security;
alter table call_limit force row level security;
create policy tenant_reads on call_limit for select to marketplace_portal, marketplace_gateway
  using (tenant_id = current_tenant());
-- the platform's limits are changed by the platform alone
create policy tenant_adds on call_limit for insert to marketplace_portal
  with check (tenant_id = current_tenant() and owner = 'tenant');
create policy tenant_changes on call_limit for update to marketplace_portal
  using (tenant_id = current_tenant() and owner = 'tenant') with check (tenant_id = current_tenant() and owner = 'tenant');
create policy tenant_ends on call_limit for delete to marketplace_portal
  using (tenant_id = current_tenant() and owner = 'tenant');
create policy platform_rows on call_limit to marketplace_platform using (true) with check (true);
create policy snapshot_reads on call_limit for select to marketplace_snapshot using (true);

alter table limit_use enable row level security;
alter table limit_use force row level security;
create policy tenant_rows on limit_use to marketplace_portal, marketplace_gateway
  using (tenant_id = current_tenant()) with check (tenant_id = current_tenant());
create policy platform_rows on limit_use to marketplace_platform using (true) with check (true);

grant select, insert, update, delete on call_limit to marketplace_portal, marketplace_platform;
grant select on call_limit to marketplace_gateway, marketplace_snapshot;
grant select on limit_use to marketplace_portal, marketplace_platform;
grant select, insert, update on limit_use to marketplace_gateway;

create trigger config_changed after insert or update or delete on call_limit
  for each statement execute function config_changed();
create trigger feed_changed after insert or update or delete on call_limit
  for each statement execute function feed_changed('limits');
create trigger feed_changed after insert or update on limit_use
  for each statement execute function feed_changed('limits');
