-- evenly spread back from the newest; latencies are log-normal around a second, the first byte comes after a fifth of it
set search_path = marketplace, public;
set synchronous_commit = off;
insert into usage_row (request_id, started_at, tenant_id, team_id, application_id, key_id, tier, alias, agent, workflow,
    customer, sensitivity, pool_id, provider_id, model, price_version, prompt_tokens, cached_tokens, completion_tokens,
    token_source, cost_nano, cache, status, outcome, streamed, attempts, latency_ms, ttft_ms, replica)
  select gen_random_uuid(), timestamptz '@until@' - make_interval(secs => (@count@ - 1 - n) * @step@),
    format('00000000-0000-7000-8000-%s', lpad((a % 4 + 1)::text, 12, '0'))::uuid,
    format('00000001-0000-7000-8000-%s', lpad((a % 20)::text, 12, '0'))::uuid,
    format('00000002-0000-7000-8000-%s', lpad(a::text, 12, '0'))::uuid,
    format('00000003-0000-7000-8000-%s', lpad(a::text, 12, '0'))::uuid,
    tier, tier, 'agent-' || a || '-' || r % 2, 'workflow-' || a % 10, 'customer-' || r % 5, 'internal',
    format('00000004-0000-7000-8000-%s', lpad((a % 8)::text, 12, '0'))::uuid,
    format('00000005-0000-7000-8000-%s', lpad((a % 3)::text, 12, '0'))::uuid, 'model-' || a % 8, 1,
    200 + r % 1800, 0, 50 + r % 400, 'upstream', 100000 + r % 900000, 'miss', 200,
    case when r % 100 = 0 then 'broken' else 'answered' end, r % 3 > 0, 1, ms, ms / 5, 'g1'
  from (select n, (random() * 79)::int as a, (random() * 1e6)::int as r, 1000 * exp(random_normal(0, 0.7)) as ms
    from generate_series(@first@::bigint, @last@::bigint) n) g
    cross join lateral (select (array['reasoning', 'utility', 'embedding', 'reranker', 'code', 'vision'])[1 + a % 6] as tier) t;
