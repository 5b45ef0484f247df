-- what the gateway writes beside the rows
set search_path = marketplace, public;
insert into usage_hour
  select tenant_id, date_trunc('hour', started_at, 'UTC'), team_id, application_id, key_id, tier, alias, sensitivity, agent,
    workflow, customer, use_case, pool_id, model, count(*), count(*) filter (where outcome = 'answered'), sum(prompt_tokens),
    sum(cached_tokens), sum(completion_tokens), sum(reasoning_tokens), sum(images), sum(cost_nano), sum(excess_nano),
    any_value(request_id)
  from usage_row group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14;
insert into speed_sum
  select u.tenant_id, case when u.started_at < date_trunc('day', now(), 'UTC') - interval '24 hours'
      then date_trunc('day', u.started_at, 'UTC') else date_trunc('hour', u.started_at, 'UTC') end,
    u.team_id, u.tier, m.measure, speed_bucket(m.ms), count(*)
  from usage_row u cross join lateral (values ('whole', u.latency_ms),
    ('first-byte', case when u.streamed then u.ttft_ms end)) as m (measure, ms)
  where u.outcome = 'answered' and m.ms is not null
  group by 1, 2, 3, 4, 5, 6;
