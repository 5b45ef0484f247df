-- 4 tenants of 5 teams of 4 applications; identifiers tell what they are of
set search_path = marketplace, public;
insert into tenant (id, slug, name)
  select format('00000000-0000-7000-8000-%s', lpad(t::text, 12, '0'))::uuid, 'tenant-' || t, 'Tenant ' || t
  from generate_series(1, 4) t;
insert into team (id, tenant_id, slug, name)
  select format('00000001-0000-7000-8000-%s', lpad(m::text, 12, '0'))::uuid,
    format('00000000-0000-7000-8000-%s', lpad((m % 4 + 1)::text, 12, '0'))::uuid, 'team-' || m, 'Team ' || m
  from generate_series(0, 19) m;
insert into application (id, tenant_id, team_id, name, created_by)
  select format('00000002-0000-7000-8000-%s', lpad(a::text, 12, '0'))::uuid,
    format('00000000-0000-7000-8000-%s', lpad((a % 4 + 1)::text, 12, '0'))::uuid,
    format('00000001-0000-7000-8000-%s', lpad((a % 20)::text, 12, '0'))::uuid, 'Application ' || a, 'bench'
  from generate_series(0, 79) a;
