-- Budgets know what their period had spent before they were set, can be set on the people behind keys, and no key gets round them
-- by ever new labels.

-- ── what was spent before ─────────────────────────────────────────────────────────────────────────────────
alter table budget_window
  -- what calls of the period cost that no lease of this window paid for: those from before the budget was set
  add column opening_nano bigint not null default 0 check (opening_nano >= 0),
  drop constraint budget_window_check,
  add constraint budget_window_check check (opening_nano + leased_nano <= cap_nano);

-- what no budget bears must stand beside the sums that budgets are opened with
alter table usage_hour add column excess_nano bigint not null default 0;
update usage_hour h set excess_nano = s.excess_nano
  from (select tenant_id, date_trunc('hour', started_at, 'UTC') as hour, team_id, application_id, key_id, tier, agent, workflow,
      customer, use_case, pool_id, model, sum(excess_nano) as excess_nano
    from usage_row where excess_nano > 0 group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12) s
  where (h.tenant_id, h.hour, h.team_id, h.application_id, h.key_id, h.tier)
      = (s.tenant_id, s.hour, s.team_id, s.application_id, s.key_id, s.tier)
    and (h.agent, h.workflow, h.customer, h.use_case, h.pool_id, h.model)
      is not distinct from (s.agent, s.workflow, s.customer, s.use_case, s.pool_id, s.model);

-- budgets that were set lately: calls that were under way then reach the ledger later, and are counted then
create table budget_recount (
  budget_id uuid primary key references budget,
  tenant_id uuid not null references tenant,
  set_at timestamptz not null,
  counted_at timestamptz not null
);
grant insert on budget_window, budget_signal to marketplace_portal, marketplace_platform;
grant update (opening_nano, soft_at) on budget_window to marketplace_portal, marketplace_platform;
grant select, insert, update, delete on budget_recount to marketplace_portal, marketplace_platform;

-- ── which labels a key has brought up in a month ──────────────────────────────────────────────────────────
create table label_value (
  key_id uuid not null,                      -- of a sub-key its parent: many sub-keys bring up no more than one key
  kind text not null check (kind in ('use-case', 'agent', 'workflow', 'customer')),
  month date not null,                       -- in UTC
  value text not null check (length(value) between 1 and 200),
  tenant_id uuid not null references tenant,
  primary key (key_id, kind, month, value)
);
create index label_value_month on label_value (month);
grant select, insert on label_value to marketplace_budget;
grant select, delete on label_value to marketplace_platform;
-- they took the place of the count of windows that a key had opened
alter table budget_window drop column opened_by;

do $$
declare t text;
begin
  foreach t in array array['budget_recount', 'label_value'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy tenant_rows on %I to marketplace_portal
      using (tenant_id = current_tenant()) with check (tenant_id = current_tenant())', t);
    execute format('create policy platform_rows on %I to marketplace_platform using (true) with check (true)', t);
  end loop;
end $$;
create policy counts on label_value to marketplace_budget using (true) with check (true);

-- ── who stands behind a key: the snapshot names the person ────────────────────────────────────────────────
grant select (id, subject) on person to marketplace_snapshot;
create policy snapshot_reads on person for select to marketplace_snapshot using (true);
