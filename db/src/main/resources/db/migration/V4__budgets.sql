-- Budgets. A replica of the gateway takes slices of a budget's window ("leases") with one call of lease_budget and
-- reserves from them on its own; what was used is added by settle_leases in the transaction that writes the ledger.
-- Of every window, at every instant: settled_nano <= leased_nano <= cap_nano, and a replica never reserves more than it holds.

-- ── what people set ───────────────────────────────────────────────────────────────────────────────────────
create table budget (
  id uuid primary key,
  tenant_id uuid not null references tenant,
  scope_type text not null check (scope_type in
    ('tenant', 'team', 'application', 'key', 'use-case', 'agent', 'workflow', 'customer', 'identity')),
  -- an id, or a label's value; of a label also '*': each value by itself, and '': calls without the label
  scope_id text not null check (length(scope_id) <= 200),
  period text not null check (period in ('day', 'week', 'month', 'total')),
  time_zone text not null default 'UTC',
  cap_nano bigint not null check (cap_nano >= 0),
  soft_percent int not null default 80 check (soft_percent between 1 and 100),
  created_by text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  removed_at timestamptz
);
create unique index budget_scope on budget (tenant_id, scope_type, scope_id, period) where removed_at is null;
create index budget_tenant on budget (tenant_id, id);

-- a higher cap for a while; in force once somebody else than who asked has approved it
create table budget_raise (
  id uuid primary key,
  tenant_id uuid not null references tenant,
  budget_id uuid not null references budget,
  cap_nano bigint not null check (cap_nano >= 0),
  until timestamptz not null,
  reason text not null check (length(reason) between 1 and 500),
  state text not null check (state in ('pending', 'approved', 'denied')),
  requested_by uuid not null references person,
  requested_by_name text not null,
  requested_at timestamptz not null default now(),
  decided_by uuid references person,
  decided_by_name text,
  decided_at timestamptz,
  check (decided_by is distinct from requested_by)
);
create index budget_raise_budget on budget_raise (budget_id, until);

-- ── what is counted ───────────────────────────────────────────────────────────────────────────────────────
-- budget_id is a budget's id or, for the monthly budget that every grant bears, the grant's
create table budget_window (
  budget_id uuid not null,
  label text not null,                       -- the label's value where each has a window of its own, else ''
  window_start timestamptz not null,
  tenant_id uuid not null references tenant,
  cap_nano bigint not null,                  -- in force; above what was set only while leases from before a lowering are out
  soft_nano bigint not null,                 -- from here on calls bear the soft signal
  leased_nano bigint not null default 0,
  settled_nano bigint not null default 0,
  opened_by uuid,                            -- the key whose call opened it
  opened_at timestamptz not null default now(),
  soft_at timestamptz,
  primary key (budget_id, label, window_start),
  check (leased_nano <= cap_nano),
  check (settled_nano <= leased_nano),
  check (settled_nano >= 0)
);
create index budget_window_key on budget_window (budget_id, window_start, opened_by);

create table budget_lease (
  id uuid primary key,
  budget_id uuid not null,
  label text not null,
  window_start timestamptz not null,
  tenant_id uuid not null references tenant,
  journal_id uuid not null,                  -- the journal that holds what was reserved from it
  life uuid not null,                        -- the run of the gateway that holds it
  granted_nano bigint not null check (granted_nano >= 0),
  settled_nano bigint not null default 0,
  state text not null default 'open' check (state in ('open', 'returned')),
  recall boolean not null default false,     -- somebody waits for what is unused
  opened_at timestamptz not null default now(),
  foreign key (budget_id, label, window_start) references budget_window,
  check (settled_nano <= granted_nano),
  check (settled_nano >= 0)
);
create index budget_lease_window on budget_lease (budget_id, label, window_start) where state = 'open';
create index budget_lease_journal on budget_lease (journal_id) where state = 'open';

create table budget_signal (
  id uuid primary key default gen_random_uuid(),
  tenant_id uuid not null references tenant,
  budget_id uuid not null,
  label text not null,
  window_start timestamptz not null,
  kind text not null check (kind in ('soft', 'exhausted')),
  spent_nano bigint not null,
  cap_nano bigint not null,
  at timestamptz not null default now(),
  unique (budget_id, label, window_start, kind)
);
create index budget_signal_tenant on budget_signal (tenant_id, at desc);

-- where a tenant wants to be told
create table webhook (
  tenant_id uuid primary key references tenant,
  url text not null check (length(url) <= 500),
  secret bytea not null,                     -- AES-256-GCM under the master key, bound to the tenant's id
  updated_by text not null,
  updated_at timestamptz not null default now()
);
create table webhook_delivery (
  signal_id uuid primary key references budget_signal,
  tenant_id uuid not null references tenant,
  attempts int not null default 0,
  next_at timestamptz not null default now(),
  delivered_at timestamptz,
  given_up_at timestamptz,
  last_answer text
);
create index webhook_delivery_due on webhook_delivery (next_at) where delivered_at is null and given_up_at is null;

-- ── who counts: a role that may do this and nothing else, made by io.marketplace.db.Migrate; its functions stand in
-- R__budgets.sql
do $$
declare t text;
begin
  foreach t in array array['budget', 'budget_raise', 'budget_window', 'budget_lease', 'budget_signal', 'webhook',
      'webhook_delivery'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy tenant_rows on %I to marketplace_portal
      using (tenant_id = current_tenant()) with check (tenant_id = current_tenant())', t);
    execute format('create policy platform_rows on %I to marketplace_platform using (true) with check (true)', t);
  end loop;
  foreach t in array array['budget', 'budget_raise', 'access_grant', 'budget_window', 'budget_lease', 'budget_signal'] loop
    execute format('create policy counts on %I to marketplace_budget using (true) with check (true)', t);
  end loop;
end $$;
grant usage on schema marketplace to marketplace_budget;
grant execute on function current_tenant() to marketplace_budget;
grant select on budget, budget_raise, access_grant to marketplace_budget;
grant select, insert, update on budget_window, budget_lease to marketplace_budget;
grant select, insert on budget_signal to marketplace_budget;

-- ── who may what ──────────────────────────────────────────────────────────────────────────────────────────
grant select, insert, update on budget, budget_raise, webhook, webhook_delivery to marketplace_portal, marketplace_platform;
grant delete on webhook to marketplace_portal, marketplace_platform;
grant select on budget_window, budget_lease, budget_signal to marketplace_portal, marketplace_platform;
-- a lowered cap is in force for new leases at once; the portal calls unused ones back
grant update (recall) on budget_lease to marketplace_portal, marketplace_platform;
grant update (cap_nano, soft_nano) on budget_window to marketplace_portal, marketplace_platform;
grant select on budget to marketplace_snapshot;
create policy snapshot_reads on budget for select to marketplace_snapshot using (true);

create trigger config_changed after insert or update or delete on budget for each statement execute function config_changed();
create trigger feed_changed after insert or update on budget for each statement execute function feed_changed('budgets');
create trigger feed_changed after insert or update on budget_raise for each statement execute function feed_changed('budgets');
create trigger feed_changed after insert on budget_signal for each statement execute function feed_changed('budgets');
