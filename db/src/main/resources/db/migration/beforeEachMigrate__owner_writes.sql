-- Row-level security is forced, so it binds the owner of the tables too, and a migration that writes rows would find none. The owner
-- is freed of it for the length of the migration's transaction; afterEachMigrate forces it again, and so does a rollback.
do $$
declare t regclass;
begin
  for t in select c.oid from pg_class c join pg_namespace n on n.oid = c.relnamespace
           where n.nspname = 'marketplace' and c.relkind in ('r', 'p') and c.relrowsecurity and c.relforcerowsecurity loop
    execute format('alter table %s no force row level security', t);
  end loop;
end $$;
