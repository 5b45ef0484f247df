-- What may not stand in prompts and answers: append-only versions, the highest is in force.
create table guardrails (
  id uuid primary key,
  tenant_id uuid references tenant,        -- null: the platform's, which hold for every tenant
  version int not null check (version > 0),
  rules jsonb not null,                    -- as in the REST API; an empty list screens nothing
  note text not null default '',
  created_by text not null,
  created_at timestamptz not null default now(),
  unique nulls not distinct (tenant_id, version)
);

alter table guardrails enable row level security;
alter table guardrails force row level security;
create policy tenant_reads on guardrails for select to marketplace_portal
  using (tenant_id is null or tenant_id = current_tenant());
create policy tenant_adds on guardrails for insert to marketplace_portal with check (tenant_id = current_tenant());
create policy platform_rows on guardrails to marketplace_platform using (true) with check (true);
create policy snapshot_reads on guardrails for select to marketplace_snapshot using (true);
grant select, insert on guardrails to marketplace_portal, marketplace_platform;
grant select on guardrails to marketplace_snapshot;

create trigger config_changed after insert or update or delete on guardrails
  for each statement execute function config_changed();
