-- The other half of beforeEachMigrate: every table with row-level security has it forced when a migration commits.
do $$
declare t regclass;
begin
  for t in select c.oid from pg_class c join pg_namespace n on n.oid = c.relnamespace
           where n.nspname = 'marketplace' and c.relkind in ('r', 'p') and c.relrowsecurity and not c.relforcerowsecurity loop
    execute format('alter table %s force row level security', t);
  end loop;
end $$;
