-- Open pages follow more than requests, keys and usage: each of these tells its topic, see io.marketplace.model.kernel.Topic.
-- A statement's notice costs less than the write it follows, and Postgres sends equal notices of a transaction once.
do $$
declare
  of record;
begin
  for of in select * from (values
      ('catalogue', 'model_card'), ('catalogue', 'card_figure'),
      ('routing', 'provider'), ('routing', 'pool'), ('routing', 'pool_model'), ('routing', 'price'), ('routing', 'route'),
      ('pools', 'pool_probe'),
      ('policy', 'policy'),
      ('tenants', 'tenant'), ('tenants', 'team'), ('tenants', 'application')) topics(topic, relation) loop
    execute format('create trigger feed_changed after insert or update or delete on %I
      for each statement execute function feed_changed(%L)', of.relation, of.topic);
  end loop;
end $$;
