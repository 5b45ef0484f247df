-- What the gateway reads, one section a table; Flyway runs this file again whenever it changes. A migration that adds a
-- table to it grants it to marketplace_snapshot (grant select + policy snapshot_reads) and adds the config_changed trigger.
create or replace function gateway_snapshot() returns text
  language sql stable security definer set search_path = marketplace, pg_temp
  as $$
select jsonb_build_object(
  'version', (select version from config_version),
  'tiers', (select coalesce(jsonb_agg(code order by ordinal), '[]') from tier),
  'tenants', (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'slug', slug, 'name', name)), '[]') from tenant),
  'applications', (select coalesce(jsonb_agg(jsonb_build_object(
      'id', id, 'tenantId', tenant_id, 'teamId', team_id, 'name', name)), '[]')
    from application where archived_at is null),
  'grants', (select coalesce(jsonb_agg(jsonb_build_object(
      'id', id, 'tenantId', tenant_id, 'applicationId', application_id, 'tier', tier, 'sensitivity', sensitivity,
      'budgetNano', budget_nano, 'until', until, 'state', state)), '[]')
    from access_grant where state in ('active', 'suspended')),
  -- a sub-key stops with its parent
  'keys', (select coalesce(jsonb_agg(jsonb_build_object(
      'id', k.id, 'tenantId', k.tenant_id, 'applicationId', k.application_id, 'parentId', k.parent_id, 'name', k.name,
      'sensitivity', k.sensitivity, 'highestSensitivity', k.highest_sensitivity, 'tiers', to_jsonb(k.tiers),
      'aliases', to_jsonb(k.aliases), 'providers', to_jsonb(k.providers), 'jurisdictions', to_jsonb(k.jurisdictions),
      'sourceNetworks', to_jsonb(k.source_networks), 'labelValuesMax', k.label_values_max,
      'agent', k.pinned_agent, 'workflow', k.pinned_workflow, 'customer', k.pinned_customer, 'useCase', k.pinned_use_case,
      'expiresAt', least(k.expires_at, p.expires_at),
      'identity', (select i.id from person i where i.subject = coalesce(p.created_by, k.created_by)),
      'secrets', (select coalesce(jsonb_agg(jsonb_build_object(
          'id', s.id, 'hash', encode(s.hash, 'hex'), 'liveUntil', s.live_until)), '[]')
        from key_secret s where s.key_id = k.id and (s.live_until is null or s.live_until > now())))), '[]')
    from virtual_key k left join virtual_key p on p.id = k.parent_id
    where k.state = 'active' and (k.expires_at is null or k.expires_at > now())
      and (p.id is null or p.state = 'active' and (p.expires_at is null or p.expires_at > now()))),
  'providers', (select coalesce(jsonb_agg(jsonb_build_object(
      'id', p.id, 'name', p.name, 'jurisdiction', p.jurisdiction, 'processingPlaces', to_jsonb(p.processing_places),
      'attributes', p.attributes, 'credential', (select encode(c.ciphertext, 'hex') from provider_credential c
        where c.provider_id = p.id order by c.id desc limit 1))), '[]')
    from provider p where p.archived_at is null),
  'pools', (select coalesce(jsonb_agg(jsonb_build_object(
      'id', p.id, 'name', p.name, 'providerId', p.provider_id, 'engine', p.engine, 'dialect', p.dialect,
      'endpoints', to_jsonb(p.endpoints), 'region', p.region, 'capacity', p.capacity,
      'models', (select coalesce(jsonb_agg(jsonb_build_object(
          'name', m.name, 'contextTokens', m.context_tokens, 'priceVersion', r.version,
          'promptNanoPerMillion', r.prompt_nano_per_million,
          'cachedPromptNanoPerMillion', r.cached_prompt_nano_per_million,
          'completionNanoPerMillion', r.completion_nano_per_million,
          'reasoningNanoPerMillion', r.reasoning_nano_per_million, 'imageNano', r.image_nano,
          'requestNano', r.request_nano)), '[]')
        from pool_model m left join lateral (select * from price x where x.pool_id = m.pool_id and x.model = m.name
          order by x.version desc limit 1) r on true
        where m.pool_id = p.id and m.withdrawn_at is null))), '[]')
    from pool p where p.archived_at is null),
  'routes', (select coalesce(jsonb_agg(jsonb_build_object(
      'tenantId', tenant_id, 'alias', alias, 'tier', tier, 'version', version, 'body', body)), '[]')
    from route_in_force),
  'budgets', (select coalesce(jsonb_agg(jsonb_build_object(
      'id', id, 'tenantId', tenant_id, 'scope', scope_type, 'scopeId', scope_id)), '[]')
    from budget where removed_at is null),
  'sensitivities', (select coalesce(jsonb_agg(jsonb_build_object('code', code, 'words', to_jsonb(words))), '[]')
    from sensitivity_name),
  'guardrails', (select coalesce(jsonb_agg(jsonb_build_object(
      'tenantId', tenant_id, 'version', version, 'rules', rules)), '[]')
    from (select distinct on (tenant_id) * from guardrails order by tenant_id, version desc) g),
  'policies', (select coalesce(jsonb_agg(jsonb_build_object(
      'tenantId', tenant_id, 'version', version, 'rules', rules, 'sets', sets)), '[]')
    from (select distinct on (tenant_id) * from policy order by tenant_id, version desc) p),
  'limits', (select coalesce(jsonb_agg(jsonb_build_object(
      'id', id, 'tenantId', tenant_id, 'scopeType', scope_type, 'scopeId', scope_id, 'tier', tier,
      'requestsPerMinute', requests_per_minute, 'tokensPerMinute', tokens_per_minute, 'concurrency', concurrency, 'version', version,
      'priority', priority)), '[]')
    from call_limit)
)::text
$$;
