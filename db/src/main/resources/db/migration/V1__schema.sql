-- The marketplace's tables. Row-level security is enabled and forced on every one of them: the tenant of a
-- transaction stands in marketplace.tenant; unset means no row. Roles are made by io.marketplace.db.Migrate.
-- Identifiers are UUIDv7 (ordered by time). Money is whole nano-dollars (bigint). Times are timestamptz.

create extension if not exists vector with schema public;

create function current_tenant() returns uuid
  language sql stable parallel safe
  as $$ select nullif(current_setting('marketplace.tenant', true), '')::uuid $$;

-- ── tenant ────────────────────────────────────────────────────────────────────────────────────────────────
create table tenant (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z][a-z0-9-]{1,39}$'),
  name text not null,
  -- a second approval is needed above this monthly budget, or from this sensitivity on
  second_approval_above_nano bigint not null default 5000000000000 check (second_approval_above_nano >= 0),
  second_approval_from text not null default 'restricted'
    check (second_approval_from in ('public', 'internal', 'confidential', 'restricted')),
  version int not null default 0,
  created_at timestamptz not null default now()
);

create table team (
  id uuid primary key,
  tenant_id uuid not null references tenant,
  slug text not null check (slug ~ '^[a-z][a-z0-9-]{1,39}$'),
  name text not null,
  created_at timestamptz not null default now(),
  unique (tenant_id, slug)
);

create table application (
  id uuid primary key,
  tenant_id uuid not null references tenant,
  team_id uuid not null references team,
  name text not null check (length(name) between 1 and 80),
  description text not null default '',
  created_by text not null,
  created_at timestamptz not null default now(),
  archived_at timestamptz,
  version int not null default 0
);
create unique index application_name on application (team_id, lower(name)) where archived_at is null;
create index application_tenant on application (tenant_id, id);

-- a person or a service account, as the identity provider knows it
create table person (
  id uuid primary key,
  tenant_id uuid references tenant,       -- null: of the platform
  subject text not null unique,
  username text not null,
  display_name text not null,
  email text,
  roles text[] not null default '{}',
  preferences jsonb not null default '{}',
  first_seen_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now()
);

create table team_member (
  team_id uuid not null references team,
  person_id uuid not null references person,
  tenant_id uuid not null references tenant,
  primary key (team_id, person_id)
);

-- ── catalogue ─────────────────────────────────────────────────────────────────────────────────────────────
create table tier (
  code text primary key check (code in ('reasoning', 'utility', 'embedding', 'reranker', 'code', 'vision')),
  ordinal int not null,
  name text not null,
  tagline text,
  purpose text not null,
  use_when text,
  use_not_when text,
  volume_share text,
  relative_cost text,
  performance_target text,
  scaling_policy text,
  gpu_allocation text,
  source text
);

create table model_card (
  slug text primary key check (slug ~ '^[a-z0-9][a-z0-9.-]{1,79}$'),
  tier text not null references tier,
  name text not null,
  vendor text,
  architecture text,
  total_params_b numeric,                  -- thousand millions
  active_params_b numeric,
  context_tokens int check (context_tokens > 0),
  licence text,
  licence_url text,
  modalities text[] not null default '{}', -- text image video vector score
  key_strength text,
  retires_on date,
  successor text references model_card deferrable initially deferred,
  input_nano_per_million bigint check (input_nano_per_million >= 0),
  cached_input_nano_per_million bigint check (cached_input_nano_per_million >= 0),
  output_nano_per_million bigint check (output_nano_per_million >= 0),
  price_source text,
  notes text,
  source text,
  version int not null default 0,
  updated_at timestamptz not null default now()
);
create index model_card_tier on model_card (tier, name);

create table card_figure (
  card_slug text not null references model_card on delete cascade,
  benchmark text not null,
  value numeric not null,
  unit text,
  source text not null,
  primary key (card_slug, benchmark, source)
);

create table provider (
  id uuid primary key,
  name text not null unique check (length(name) between 1 and 80),
  jurisdiction text not null check (length(jurisdiction) between 2 and 40),
  processing_places text[] not null default '{}',
  attributes jsonb not null default '{}',
  created_at timestamptz not null default now(),
  archived_at timestamptz,
  version int not null default 0
);

-- AES-256-GCM under the master key, bound to the provider's id; the newest row is in force
create table provider_credential (
  id uuid primary key,
  provider_id uuid not null references provider,
  ciphertext bytea not null,
  created_by text not null,
  created_at timestamptz not null default now()
);

create table pool (
  id uuid primary key,
  name text not null unique check (length(name) between 1 and 80),
  provider_id uuid not null references provider,
  engine text not null,
  dialect text not null,
  endpoints text[] not null check (cardinality(endpoints) > 0),
  region text,
  capacity int check (capacity > 0),       -- requests at a time, where known
  created_at timestamptz not null default now(),
  archived_at timestamptz,
  version int not null default 0
);

create table pool_model (
  pool_id uuid not null references pool,
  name text not null check (length(name) between 1 and 200),
  context_tokens int check (context_tokens > 0),
  card_slug text references model_card,
  primary key (pool_id, name)
);

-- versioned: a row is never changed, the highest version is in force; usage rows bear the version they were priced by
create table price (
  pool_id uuid not null,
  model text not null,
  version int not null check (version > 0),
  prompt_nano_per_million bigint not null check (prompt_nano_per_million >= 0),
  cached_prompt_nano_per_million bigint check (cached_prompt_nano_per_million >= 0),
  completion_nano_per_million bigint not null check (completion_nano_per_million >= 0),
  created_by text not null,
  created_at timestamptz not null default now(),
  primary key (pool_id, model, version),
  foreign key (pool_id, model) references pool_model (pool_id, name)
);

-- ── routing and policy: append-only versions, the highest is in force ────────────────────────────────────
create table route (
  id uuid primary key,
  tenant_id uuid references tenant,        -- null: the platform's
  alias text not null check (alias ~ '^[a-z0-9][a-z0-9._-]{0,63}$'),
  tier text not null references tier,      -- the tier whose grant opens the alias
  version int not null check (version > 0),
  body jsonb not null,                     -- {candidates, fallback, timeouts, cache, requestClass?} as in the REST API
  created_by text not null,
  created_at timestamptz not null default now(),
  unique nulls not distinct (tenant_id, alias, version)
);

create table policy (
  id uuid primary key,
  tenant_id uuid references tenant,        -- null: the platform's default
  version int not null check (version > 0),
  rules jsonb not null,                    -- [{"sensitivity": "internal", "jurisdictions": ["EU", "on-premises"]}, …]; what no rule allows is denied
  note text not null default '',
  created_by text not null,
  created_at timestamptz not null default now(),
  unique nulls not distinct (tenant_id, version)
);

-- ── access ────────────────────────────────────────────────────────────────────────────────────────────────
create sequence access_request_number start 1001;

create table access_request (
  id uuid primary key,
  tenant_id uuid not null references tenant,
  number bigint not null unique default nextval('access_request_number'),
  application_id uuid not null references application,
  tier text not null references tier,
  purpose text not null check (length(purpose) <= 2000),
  sensitivity text not null check (sensitivity in ('public', 'internal', 'confidential', 'restricted')),
  expected_requests_per_month bigint check (expected_requests_per_month >= 0),
  budget_nano bigint not null check (budget_nano >= 0),          -- a month
  until timestamptz,
  state text not null check (state in
    ('draft', 'pending', 'asked-back', 'half-approved', 'granted', 'denied', 'withdrawn')),
  approvals_needed int not null default 1 check (approvals_needed between 1 and 2),
  requested_by uuid not null references person,
  grant_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version int not null default 0
);
create index access_request_tenant on access_request (tenant_id, state, id);
create unique index access_request_open on access_request (application_id, tier)
  where state in ('pending', 'asked-back', 'half-approved');

create table access_decision (
  id uuid primary key,
  tenant_id uuid not null references tenant,
  request_id uuid not null references access_request,
  person_id uuid not null references person,
  kind text not null check (kind in ('approve', 'deny', 'ask-back', 'reply', 'withdraw')),
  reason text not null default '' check (length(reason) <= 2000),
  changes jsonb not null default '{}',
  at timestamptz not null default now()
);
create unique index access_decision_one_approval on access_decision (request_id, person_id) where kind = 'approve';

create table access_grant (
  id uuid primary key,
  tenant_id uuid not null references tenant,
  application_id uuid not null references application,
  tier text not null references tier,
  sensitivity text not null check (sensitivity in ('public', 'internal', 'confidential', 'restricted')),
  budget_nano bigint not null check (budget_nano >= 0),          -- a month
  until timestamptz,
  state text not null check (state in ('active', 'suspended', 'revoked', 'expired')),
  state_reason text not null default '',
  request_id uuid references access_request,
  recertify_by timestamptz,
  recertified_at timestamptz,
  created_at timestamptz not null default now(),
  version int not null default 0
);
create unique index access_grant_open on access_grant (application_id, tier) where state in ('active', 'suspended');
create index access_grant_tenant on access_grant (tenant_id, id);

-- ── keys ──────────────────────────────────────────────────────────────────────────────────────────────────
create table virtual_key (
  id uuid primary key,
  tenant_id uuid not null references tenant,
  application_id uuid not null references application,
  name text not null check (length(name) between 1 and 80),
  state text not null check (state in ('active', 'revoked')),
  sensitivity text not null check (sensitivity in ('public', 'internal', 'confidential', 'restricted')),
  tiers text[] not null check (cardinality(tiers) > 0),
  providers text[],                        -- allow-list of provider names; null: all
  jurisdictions text[],                    -- allow-list; null: all
  pinned_agent text,
  pinned_workflow text,
  pinned_customer text,
  pinned_use_case text,
  expires_at timestamptz,
  created_by text not null,
  created_at timestamptz not null default now(),
  revoked_at timestamptz,
  revoked_reason text,
  version int not null default 0
);
create index virtual_key_tenant on virtual_key (tenant_id, id);
create index virtual_key_application on virtual_key (application_id);

create table key_secret (
  id uuid primary key,
  tenant_id uuid not null references tenant,
  key_id uuid not null references virtual_key,
  hash bytea not null unique,              -- HMAC-SHA256 of the whole secret under the pepper
  hint text not null,                      -- what may be shown: mk_live_7Q…c4
  live_until timestamptz,                  -- set when rotated; null: as long as the key
  created_at timestamptz not null default now()
);
create index key_secret_key on key_secret (key_id);

-- apart from key_secret, so that use does not count as a change of configuration
create table key_use (
  secret_id uuid primary key references key_secret,
  tenant_id uuid not null references tenant,
  last_used_at timestamptz not null,
  requests bigint not null default 0
);

-- ── metering ──────────────────────────────────────────────────────────────────────────────────────────────
-- exactly one row for each answered request; attempts beneath it stand in call_trace
create table usage_row (
  request_id uuid not null,
  started_at timestamptz not null,
  tenant_id uuid not null,
  team_id uuid not null,
  application_id uuid not null,
  key_id uuid not null,
  tier text not null,
  alias text not null,
  agent text,
  workflow text,
  customer text,
  use_case text,
  request_class text,
  sensitivity text not null,
  pool_id uuid,
  provider_id uuid,
  model text,
  price_version int,
  prompt_tokens bigint not null default 0 check (prompt_tokens >= 0),
  cached_tokens bigint not null default 0 check (cached_tokens >= 0),
  completion_tokens bigint not null default 0 check (completion_tokens >= 0),
  token_source text not null check (token_source in ('upstream', 'counted', 'none')),
  cost_nano bigint not null default 0 check (cost_nano >= 0),
  cache text not null check (cache in ('exact', 'semantic', 'miss', 'bypass')),
  status int not null,
  outcome text not null,                   -- answered, broken, cancelled, or a code of the contract
  streamed boolean not null,
  attempts int not null default 1,
  latency_ms double precision not null,
  ttft_ms double precision,
  replica text not null,
  recorded_at timestamptz not null default now(),
  primary key (request_id, started_at)
) partition by range (started_at);
create index usage_row_tenant on usage_row (tenant_id, started_at);
create index usage_row_application on usage_row (application_id, started_at);
create table usage_row_default partition of usage_row default;

-- the decision trace of each call, refused ones too; no prompt, no answer, no secret
create table call_trace (
  request_id uuid not null,
  started_at timestamptz not null,
  tenant_id uuid not null,
  application_id uuid not null,
  status int not null,
  outcome text not null,
  trace jsonb not null,
  primary key (request_id, started_at)
) partition by range (started_at);
create table call_trace_default partition of call_trace default;

create table pool_probe (
  pool_id uuid not null references pool,
  replica text not null,
  at timestamptz not null,
  up boolean not null,
  in_flight int not null default 0,
  capacity int,
  latency_ms double precision,
  primary key (pool_id, replica, at)
);
create index pool_probe_at on pool_probe (at);

create table gateway_replica (
  replica text primary key,
  url text not null,
  started_at timestamptz not null,
  last_seen_at timestamptz not null,
  snapshot_version bigint not null
);

-- partitions by day, a week ahead; called by Migrate and daily by the portal
create function ensure_partitions(days_ahead int default 7) returns int
  language plpgsql security definer set search_path = marketplace, pg_temp
  as $$
declare
  parent text; d date; made int := 0; part text;
begin
  foreach parent in array array['usage_row', 'call_trace'] loop
    for d in select generate_series(current_date, current_date + days_ahead, interval '1 day')::date loop
      part := format('%s_%s', parent, to_char(d, 'YYYYMMDD'));
      if to_regclass('marketplace.' || part) is null then
        begin
          execute format('create table marketplace.%I partition of marketplace.%I for values from (%L) to (%L)',
            part, parent, (d::text || ' 00:00:00+00')::timestamptz, ((d + 1)::text || ' 00:00:00+00')::timestamptz);
          execute format('alter table marketplace.%I enable row level security', part);
          execute format('alter table marketplace.%I force row level security', part);
          made := made + 1;
        exception when check_violation then null; -- the default partition holds rows of that day already: they stay there
        end;
      end if;
    end loop;
  end loop;
  return made;
end $$;
revoke all on function ensure_partitions(int) from public;

-- ── audit ─────────────────────────────────────────────────────────────────────────────────────────────────
create table audit_event (
  id uuid primary key,
  tenant_id uuid references tenant,        -- null: of the platform
  at timestamptz not null default now(),
  actor_subject text not null,
  actor_name text not null,
  action text not null,                    -- access.approved, key.issued, pool.created, …
  subject_type text not null,
  subject_id text not null,
  before jsonb,
  after jsonb,
  source_ip text
);
create index audit_event_tenant on audit_event (tenant_id, id);
create index audit_event_subject on audit_event (subject_type, subject_id);

create table idempotency_key (
  actor_subject text not null,
  key text not null check (length(key) between 1 and 200),
  tenant_id uuid references tenant,
  request_hash bytea not null,             -- of method, path and body
  status int,                              -- null while the first request is under way
  response jsonb,                          -- without secrets
  created_at timestamptz not null default now(),
  primary key (actor_subject, key)
);

-- ── configuration: version and notice ─────────────────────────────────────────────────────────────────────
create table config_version (
  only_row boolean primary key default true check (only_row),
  version bigint not null
);
insert into config_version (version) values (1);

create function config_changed() returns trigger
  language plpgsql security definer set search_path = marketplace, pg_temp
  as $$
declare v bigint;
begin
  update config_version set version = version + 1 returning version into v;
  perform pg_notify('marketplace_config', v::text);
  return null;
end $$;

create function feed_changed() returns trigger
  language plpgsql set search_path = marketplace, pg_temp
  as $$
begin
  perform pg_notify('marketplace_events', tg_argv[0] || ':' || coalesce(current_setting('marketplace.tenant', true), ''));
  return null;
end $$;

do $$
declare t text;
begin
  foreach t in array array['tenant', 'team', 'application', 'access_grant', 'virtual_key', 'key_secret', 'provider',
      'provider_credential', 'pool', 'pool_model', 'price', 'route', 'policy'] loop
    execute format('create trigger config_changed after insert or update or delete on %I
      for each statement execute function config_changed()', t);
  end loop;
end $$;
create trigger feed_changed after insert or update on access_request for each statement execute function feed_changed('access');
create trigger feed_changed after insert or update on access_grant for each statement execute function feed_changed('access');
create trigger feed_changed after insert or update on virtual_key for each statement execute function feed_changed('keys');
create trigger feed_changed after insert on usage_row for each statement execute function feed_changed('usage');

-- ── row-level security ────────────────────────────────────────────────────────────────────────────────────
do $$
declare t text;
begin
  -- rows of one tenant
  foreach t in array array['team', 'application', 'team_member', 'access_request', 'access_decision', 'access_grant',
      'virtual_key', 'key_secret', 'key_use', 'usage_row', 'call_trace'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy tenant_rows on %I to marketplace_portal, marketplace_gateway
      using (tenant_id = current_tenant()) with check (tenant_id = current_tenant())', t);
    execute format('create policy platform_rows on %I to marketplace_platform using (true) with check (true)', t);
  end loop;
  -- rows of one tenant or of the platform: everybody reads the platform's, only the platform writes them
  foreach t in array array['route', 'policy'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy tenant_reads on %I for select to marketplace_portal
      using (tenant_id is null or tenant_id = current_tenant())', t);
    execute format('create policy tenant_adds on %I for insert to marketplace_portal with check (tenant_id = current_tenant())', t);
    execute format('create policy platform_rows on %I to marketplace_platform using (true) with check (true)', t);
  end loop;
  -- rows of one tenant, the platform's seen by the platform alone
  foreach t in array array['person', 'audit_event', 'idempotency_key'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy tenant_rows on %I to marketplace_portal
      using (tenant_id = current_tenant()) with check (tenant_id = current_tenant())', t);
    execute format('create policy platform_rows on %I to marketplace_platform using (true) with check (true)', t);
  end loop;
  -- of the platform: read by all who are granted it, written by the platform
  foreach t in array array['tier', 'model_card', 'card_figure', 'provider', 'pool', 'pool_model', 'price', 'pool_probe',
      'gateway_replica', 'config_version'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy readers on %I for select to marketplace_portal, marketplace_gateway using (true)', t);
    execute format('create policy platform_rows on %I to marketplace_platform using (true) with check (true)', t);
  end loop;
end $$;

alter table tenant enable row level security;
alter table tenant force row level security;
create policy own_tenant on tenant to marketplace_portal using (id = current_tenant()) with check (id = current_tenant());
create policy platform_rows on tenant to marketplace_platform using (true) with check (true);

alter table provider_credential enable row level security;
alter table provider_credential force row level security;
create policy platform_rows on provider_credential to marketplace_platform using (true) with check (true);

alter table usage_row_default enable row level security;
alter table usage_row_default force row level security;
alter table call_trace_default enable row level security;
alter table call_trace_default force row level security;

-- the gateway tells what it sees of pools and of itself
create policy gateway_writes on pool_probe for insert to marketplace_gateway with check (true);
create policy gateway_writes on gateway_replica to marketplace_gateway using (true) with check (true);
-- the version's trigger runs as the owner of the function
create policy owner_counts on config_version to current_user using (true) with check (true);

-- ── privileges ────────────────────────────────────────────────────────────────────────────────────────────
grant usage on schema marketplace to marketplace_portal, marketplace_platform, marketplace_gateway, marketplace_snapshot;
grant execute on function current_tenant() to marketplace_portal, marketplace_platform, marketplace_gateway, marketplace_snapshot;
grant execute on function ensure_partitions(int) to marketplace_portal, marketplace_platform;
grant usage on sequence access_request_number to marketplace_portal, marketplace_platform;

grant select, insert, update on tenant, team, application, person, access_request, access_grant, virtual_key, key_secret
  to marketplace_portal, marketplace_platform;
grant select, insert, delete on team_member to marketplace_portal, marketplace_platform;
grant select, insert on access_decision, audit_event, route, policy to marketplace_portal, marketplace_platform;
grant select, insert, update, delete on idempotency_key to marketplace_portal, marketplace_platform;
grant select on tier, model_card, card_figure, provider, pool, pool_model, price, pool_probe, gateway_replica,
  config_version, usage_row, call_trace, key_use to marketplace_portal, marketplace_platform;
grant insert, update, delete on tier, model_card, card_figure to marketplace_platform;
grant insert, update on provider, pool, pool_model to marketplace_platform;
grant insert on price to marketplace_platform;
grant insert, select (id, provider_id, created_at) on provider_credential to marketplace_platform;

grant select on config_version, pool to marketplace_gateway;
grant select, insert on usage_row, call_trace to marketplace_gateway;
grant select, insert, update on key_use, gateway_replica to marketplace_gateway;
grant insert on pool_probe to marketplace_gateway;
