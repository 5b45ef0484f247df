-- The ledger deepened: what a call takes from budgets, hourly sums that are kept in the same transaction as the rows,
-- the traces of
-- answered calls packed by the second, and how long a tenant's rows stay.

-- ── rows ──────────────────────────────────────────────────────────────────────────────────────────────────
alter table usage_row
  add column excess_nano bigint not null default 0 check (excess_nano >= 0 and excess_nano <= cost_nano),
  add column flag text check (flag in ('unreported', 'impossible', 'left', 'excess', 'interrupted')),
  -- what the call takes from budgets, lease by lease; both null where no budget applies
  add column booked_leases uuid[],
  add column booked_nano bigint[],
  add check (cardinality(booked_leases) is not distinct from cardinality(booked_nano));
-- sums come from usage_hour, and rows are listed by time: this index was paid for with every row and used for neither
drop index usage_row_application;

-- ── hourly sums ───────────────────────────────────────────────────────────────────────────────────────────
-- Written by the same statement that inserts the rows, for those inserted only: a batch that comes twice counts once.
create table usage_hour (
  tenant_id uuid not null,
  hour timestamptz not null,
  team_id uuid not null,
  application_id uuid not null,
  key_id uuid not null,
  tier text not null,
  agent text,
  workflow text,
  customer text,
  use_case text,
  pool_id uuid,
  model text,
  requests bigint not null,
  prompt_tokens bigint not null,
  cached_tokens bigint not null,
  completion_tokens bigint not null,
  cost_nano bigint not null,
  unique nulls not distinct (tenant_id, hour, application_id, key_id, tier, agent, workflow, customer, use_case, pool_id, model,
    team_id)
) with (fillfactor = 70); -- the hour's sums change ten times a second: room for new versions beside the old
create index usage_hour_hour on usage_hour (hour);

insert into usage_hour
  select tenant_id, date_trunc('hour', started_at, 'UTC'), team_id, application_id, key_id, tier, agent, workflow, customer,
    use_case, pool_id, model, count(*), sum(prompt_tokens), sum(cached_tokens), sum(completion_tokens), sum(cost_nano)
  from usage_row group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12;

-- ── traces ────────────────────────────────────────────────────────────────────────────────────────────────
-- Of answered calls: about one row a second, gateway and tenant, packed and deflated by the gateway. Refused and failed
-- calls have a row each in call_trace, as before.
create table trace_chunk (
  id uuid primary key,
  tenant_id uuid not null,
  first_at timestamptz not null,           -- of the calls' identifiers, to the millisecond
  last_at timestamptz not null,
  calls int not null check (calls > 0),
  body bytea not null
);
alter table trace_chunk alter body set storage external;
create index trace_chunk_time on trace_chunk (last_at, first_at, tenant_id);
create index call_trace_time on call_trace (started_at);

do $$
declare t text;
begin
  foreach t in array array['usage_hour', 'trace_chunk'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy tenant_rows on %I to marketplace_portal, marketplace_gateway
      using (tenant_id = current_tenant()) with check (tenant_id = current_tenant())', t);
    execute format('create policy platform_rows on %I to marketplace_platform using (true) with check (true)', t);
  end loop;
  -- rows are copied into a table of the session before they are booked
  if not has_database_privilege('marketplace_gateway', current_database(), 'temporary') then
    execute format('grant temporary on database %I to marketplace_gateway', current_database());
  end if;
end $$;
grant select on usage_hour, trace_chunk to marketplace_portal, marketplace_platform;
grant select, insert, update on usage_hour to marketplace_gateway;
grant select, insert on trace_chunk to marketplace_gateway;

-- ── how long ──────────────────────────────────────────────────────────────────────────────────────────────
alter table tenant add column ledger_days int check (ledger_days between 1 and 3660); -- null: for ever
grant delete on usage_row, trace_chunk, call_trace to marketplace_platform;

-- Drops the days before p_before whole. Who calls it has made sure that nobody keeps them.
create function drop_partitions(p_parent text, p_before date) returns int
  language plpgsql security definer set search_path = marketplace, pg_temp
  as $$
declare
  part text; dropped int := 0;
begin
  for part in select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
      where p_parent in ('usage_row', 'call_trace') and i.inhparent = ('marketplace.' || p_parent)::regclass
        and c.relname ~ ('^' || p_parent || '_[0-9]{8}$') and to_date(right(c.relname, 8), 'YYYYMMDD') < p_before loop
    execute format('drop table marketplace.%I', part);
    dropped := dropped + 1;
  end loop;
  return dropped;
end $$;
revoke all on function drop_partitions(text, date) from public;
grant execute on function drop_partitions(text, date) to marketplace_platform;
