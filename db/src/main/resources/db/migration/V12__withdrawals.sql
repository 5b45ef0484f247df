-- What goes out of service: a route that is removed is one more version that says so; a model that a pool no longer serves keeps its
-- row, because prices, and through them usage, name it.
alter table route add column removed boolean not null default false;
alter table pool_model add column withdrawn_at timestamptz;

-- The newest version of each owner's route, unless it says that the route is removed. As whoever asks: row-level security holds.
create view route_in_force with (security_invoker = true) as
  select * from (select distinct on (tenant_id, alias) * from route order by tenant_id, alias, version desc) newest
  where not removed;
grant select on route_in_force to marketplace_portal, marketplace_platform, marketplace_snapshot;
