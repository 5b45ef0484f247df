-- Rules have names and effects, and sets of them can be included. Older rules get the names that they are read with
-- anyway, so that decisions before and after name the same rule; what they say stays as it was.
alter table policy add column sets jsonb not null default '[]';
comment on column policy.rules is
  '[{"name", "effect", "sensitivities", "when": [{"attribute", "test", "values"}]} | {"include": "set"}, …]; what no rule allows is denied';
comment on column policy.sets is '[{"name", "rules"}, …]: rules that hold where they are included';

-- the migrating role owns the table, and need not be one that row-level security spares
alter table policy no force row level security;
update policy set rules = (
  select coalesce(jsonb_agg(
      jsonb_build_object('name', 'allow-' || (rule ->> 'sensitivity') || case when nth > 1 then '-' || nth else '' end,
        'effect', 'allow') || rule
      order by place), '[]')
  from (select rule, place, row_number() over (partition by rule ->> 'sensitivity' order by place) as nth
    from jsonb_array_elements(rules) with ordinality as listed(rule, place)) numbered)
where exists (select from jsonb_array_elements(rules) rule where rule ? 'sensitivity' and not rule ? 'name');
alter table policy force row level security;

-- the preview asks for what policies refused in a week; refused calls stand in the trace alone
create index call_trace_refused on call_trace (started_at) where outcome in ('policy_denied', 'no_lawful_route');
