-- Tiers as delivered; nobody edits them elsewhere.
insert into marketplace.tier as t (code, ordinal, name, tagline, purpose, use_when, use_not_when, volume_share,
  relative_cost, performance_target, scaling_policy, gpu_allocation, source)
select code, ordinal, name, tagline, purpose, "useWhen", "useNotWhen", "volumeShare", "relativeCost",
  "performanceTarget", "scalingPolicy", "gpuAllocation", source
from jsonb_to_recordset(?::jsonb -> 'tiers') as x(code text, ordinal int, name text, tagline text, purpose text,
  "useWhen" text, "useNotWhen" text, "volumeShare" text, "relativeCost" text, "performanceTarget" text,
  "scalingPolicy" text, "gpuAllocation" text, source text)
on conflict (code) do update set ordinal = excluded.ordinal, name = excluded.name, tagline = excluded.tagline,
  purpose = excluded.purpose, use_when = excluded.use_when, use_not_when = excluded.use_not_when,
  volume_share = excluded.volume_share, relative_cost = excluded.relative_cost,
  performance_target = excluded.performance_target, scaling_policy = excluded.scaling_policy,
  gpu_allocation = excluded.gpu_allocation, source = excluded.source
where (t.ordinal, t.name, t.tagline, t.purpose, t.use_when, t.use_not_when, t.volume_share, t.relative_cost,
    t.performance_target, t.scaling_policy, t.gpu_allocation, t.source)
  is distinct from (excluded.ordinal, excluded.name, excluded.tagline, excluded.purpose, excluded.use_when,
    excluded.use_not_when, excluded.volume_share, excluded.relative_cost, excluded.performance_target,
    excluded.scaling_policy, excluded.gpu_allocation, excluded.source)
