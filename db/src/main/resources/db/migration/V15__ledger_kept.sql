-- The ledger made whole: all that a price asks stands on the row, sums answer what single rows were asked for, and
-- single rows go when their tenant no longer keeps them.

-- ── rows ──────────────────────────────────────────────────────────────────────────────────────────────────
alter table usage_row
  add column reasoning_tokens bigint not null default 0 check (reasoning_tokens between 0 and completion_tokens),
  add column images int not null default 0 check (images >= 0);
-- For stretches of time over all tenants. Rows come in the order of their beginnings, or nearly: a block range index finds them,
-- and a row that is written pays nothing for it.
create index usage_row_time on usage_row using brin (started_at) with (pages_per_range = 32, autosummarize = on);

-- ── hourly sums ───────────────────────────────────────────────────────────────────────────────────────────
-- Made anew from the rows, which are all still there: with what policies look at, and one call of each for an example.
drop table usage_hour;
create table usage_hour (
  tenant_id uuid not null,
  hour timestamptz not null,
  team_id uuid not null,
  application_id uuid not null,
  key_id uuid not null,
  tier text not null,
  alias text not null,
  sensitivity text not null,
  agent text,
  workflow text,
  customer text,
  use_case text,
  pool_id uuid,
  model text,
  requests bigint not null,
  answered bigint not null,                -- those of them that were answered to the end
  prompt_tokens bigint not null,
  cached_tokens bigint not null,
  completion_tokens bigint not null,
  reasoning_tokens bigint not null,
  images bigint not null,
  cost_nano bigint not null,
  excess_nano bigint not null,             -- the part of it that no budget bears
  request_id uuid not null,                -- one of the calls
  unique nulls not distinct (tenant_id, hour, application_id, key_id, tier, alias, sensitivity, agent, workflow, customer,
    use_case, pool_id, model, team_id)
) with (fillfactor = 70); -- the hour's sums change ten times a second: room for new versions beside the old
create index usage_hour_hour on usage_hour (hour);

insert into usage_hour
  select tenant_id, date_trunc('hour', started_at, 'UTC'), team_id, application_id, key_id, tier, alias, sensitivity, agent,
    workflow, customer, use_case, pool_id, model, count(*), count(*) filter (where outcome = 'answered'), sum(prompt_tokens),
    sum(cached_tokens), sum(completion_tokens), sum(reasoning_tokens), sum(images), sum(cost_nano), sum(excess_nano),
    any_value(request_id)
  from usage_row group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14;

-- ── how fast answers came ─────────────────────────────────────────────────────────────────────────────────
-- Answered calls by the logarithm of their milliseconds to base 1.05, so that a percentile is right to 2.5% (Masson, Rim, Lee:
-- DDSketch, VLDB 2019). Written with the rows; upkeep joins hours that are over to days.
create function speed_bucket(p_ms double precision) returns smallint
  language sql immutable parallel safe
  return ceil(ln(greatest(p_ms, 0.01)) / ln(1.05::double precision))::smallint;
create function speed_ms(p_bucket smallint) returns double precision
  language sql immutable parallel safe
  return 2 * power(1.05::double precision, p_bucket) / 2.05;

create table speed_sum (
  tenant_id uuid not null,
  since timestamptz not null,              -- an hour, or the day that its hours were joined to
  team_id uuid not null,
  tier text not null,
  measure text not null check (measure in ('whole', 'first-byte')), -- to the last byte; of streams to the first
  bucket smallint not null,
  calls bigint not null,
  primary key (tenant_id, since, team_id, tier, measure, bucket)
) with (fillfactor = 70);
create index speed_sum_since on speed_sum (since);

insert into speed_sum
  select u.tenant_id, date_trunc('hour', u.started_at, 'UTC'), u.team_id, u.tier, m.measure, speed_bucket(m.ms), count(*)
  from usage_row u cross join lateral (values ('whole', u.latency_ms),
    ('first-byte', case when u.streamed then u.ttft_ms end)) as m (measure, ms)
  where u.outcome = 'answered' and m.ms is not null and u.started_at > now() - interval '40 days'
  group by 1, 2, 3, 4, 5, 6;

-- ── how long rows stay ────────────────────────────────────────────────────────────────────────────────────
-- 184 days: six months at their longest, the least that Article 26(6) of Regulation (EU) 2024/1689 asks of deployers.
create table retention (
  tenant_id uuid primary key references tenant,
  days int check (days between 184 and 3660), -- null: for ever
  version int not null check (version > 0),
  changed_by text not null,
  changed_at timestamptz not null
);
insert into retention
  select id, greatest(ledger_days, 184), 1, 'migration', now() from tenant where ledger_days is not null;
alter table tenant drop column ledger_days;

-- what upkeep has done about it
create table retention_run (
  tenant_id uuid primary key references tenant,
  kept_from timestamptz not null,          -- rows that began before it are gone, or are going
  began_at timestamptz not null,
  ended_at timestamptz,                    -- null: under way, or to be gone on with
  calls bigint not null default 0,         -- of this run
  traces bigint not null default 0
);

do $$
declare t text;
begin
  foreach t in array array['usage_hour', 'speed_sum', 'retention', 'retention_run'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy tenant_rows on %I to marketplace_portal, marketplace_gateway
      using (tenant_id = current_tenant()) with check (tenant_id = current_tenant())', t);
    execute format('create policy platform_rows on %I to marketplace_platform using (true) with check (true)', t);
    execute format('grant select on %I to marketplace_portal, marketplace_platform', t);
  end loop;
end $$;
grant select, insert, update on usage_hour, speed_sum to marketplace_gateway;
grant insert, update, delete on speed_sum to marketplace_platform;
grant insert, update on retention to marketplace_portal, marketplace_platform;
grant insert, update on retention_run to marketplace_platform;
-- a journal that comes back too late: see UsageRowSql
grant select on retention_run to marketplace_gateway;

-- ── days that nobody keeps ────────────────────────────────────────────────────────────────────────────────
-- Who may see all rows asks whether a day is needed; who owns the tables may drop it. So that no row comes in between, the day is
-- held first: shortly or not at all, since everybody who writes waits meanwhile.
drop function drop_partitions(text, date);
create function hold_day(p_parent text, p_day date) returns boolean
  language plpgsql security definer set search_path = marketplace, pg_temp set lock_timeout = '1s'
  as $$
declare part text := format('%s_%s', p_parent, to_char(p_day, 'YYYYMMDD'));
begin
  if p_parent not in ('usage_row', 'call_trace') or to_regclass('marketplace.' || quote_ident(part)) is null then
    return false;
  end if;
  -- in the order that dropping and reading take them
  execute format('lock table only marketplace.%I in access exclusive mode', p_parent);
  execute format('lock table only marketplace.%I in access exclusive mode', part);
  return true;
exception when lock_not_available then return false;
end $$;
create function drop_day(p_parent text, p_day date) returns void
  language plpgsql security definer set search_path = marketplace, pg_temp
  as $$
begin
  if p_parent not in ('usage_row', 'call_trace') or p_day > current_date - 184 then
    raise exception 'this day is kept';
  end if;
  execute format('drop table marketplace.%I', format('%s_%s', p_parent, to_char(p_day, 'YYYYMMDD')));
end $$;
revoke all on function hold_day(text, date), drop_day(text, date) from public;
grant execute on function hold_day(text, date), drop_day(text, date) to marketplace_platform;

-- what is to be removed is found tenant by tenant
create index call_trace_tenant on call_trace (tenant_id, started_at);
create index trace_chunk_tenant on trace_chunk (tenant_id, last_at);
