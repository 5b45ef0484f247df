package io.marketplace.db.news;

/** How the news are selected. */
final class NewsSql {

  private static final String SIGHT = "(?::boolean or a.team_id = any(?))";

  /**
   * The newest decision on each request, by somebody else; a tenant sees no row of the platform's
   * people. Takes: since, me, sight, most.
   */
  static final String DECIDED =
      """
      select d.at, d.kind, r.state, r.id, r.number, r.tier, a.name,
        coalesce(p.display_name, 'the platform team')
      from (select distinct on (request_id) * from access_decision
          where kind in ('approve', 'deny', 'ask-back') and at > ?
          order by request_id, at desc) d
        join access_request r on r.id = d.request_id
        join application a on a.id = r.application_id
        left join person p on p.id = d.person_id
      where d.person_id <> ? and %s
      order by d.at desc limit ?
      """
          .formatted(SIGHT);

  /** Takes: now, until, sight, most. */
  static final String GRANTS_END =
      """
      select g.until, g.id, g.tier, a.name
      from access_grant g join application a on a.id = g.application_id
      where g.state = 'active' and g.until > ? and g.until <= ? and a.archived_at is null and %s
      order by g.until limit ?
      """
          .formatted(SIGHT);

  /** Keys, and old secrets in rotation. Takes: now, until, now, until, sight, most. */
  static final String KEYS_END =
      """
      select e.at, k.id, k.name, a.name, e.old_secret
      from virtual_key k join application a on a.id = k.application_id
        cross join lateral (
          select k.expires_at as at, false as old_secret
            where k.expires_at > ? and k.expires_at <= ?
          union all
          select max(s.live_until), true from key_secret s
            where s.key_id = k.id and s.live_until > ? and s.live_until <= ?
            having max(s.live_until) is not null) e
      where k.state = 'active' and a.archived_at is null and %s
      order by e.at limit ?
      """
          .formatted(SIGHT);

  /** Takes: sight. */
  private static final String GRANTED =
      """
      granted as (
        select distinct g.tier from access_grant g join application a on a.id = g.application_id
        where g.state = 'active' and (g.until is null or g.until > now())
          and a.archived_at is null and %s)
      """
          .formatted(SIGHT);

  private static final String IN_FORCE =
      """
      in_force as (
        select distinct on (alias) * from route_in_force
        where tenant_id is null or tenant_id = current_tenant()
        order by alias, (tenant_id is null))
      """;

  /** Takes: sight, from day, to day, most. */
  static final String MODELS_RETIRE =
      "with "
          + GRANTED
          + """
          select c.retires_on, c.slug, c.name, c.tier, c.successor, s.name
          from model_card c join granted g on g.tier = c.tier
            left join model_card s on s.slug = c.successor
          where c.retires_on >= ? and c.retires_on <= ?
          order by c.retires_on limit ?
          """;

  /**
   * A tenant's first route replaces the platform's, so it changed too. Takes: sight, since, most.
   */
  static final String ROUTES_CHANGED =
      "with "
          + GRANTED
          + ", "
          + IN_FORCE
          + """
          select f.created_at, f.alias, f.tier,
            array(select jsonb_path_query(b.body, '$.candidates[*].model') #>> '{}'),
            array(select jsonb_path_query(f.body, '$.candidates[*].model') #>> '{}'),
            f.created_by
          from in_force f join granted g on g.tier = f.tier
            left join lateral (
              select x.body from route x where x.alias = f.alias
                and (x.tenant_id is not distinct from f.tenant_id and x.version = f.version - 1
                  or f.version = 1 and x.tenant_id is null)
              order by x.version desc limit 1) b on true
          where f.created_at > ? and (f.version > 1 or f.tenant_id is not null)
          order by f.created_at desc limit ?
          """;

  /** Prices of what the routes lead to. Takes: sight, since, most. */
  static final String PRICES_CHANGED =
      "with "
          + GRANTED
          + ", "
          + IN_FORCE
          + """
          , led_to as (
            select min(f.tier) as tier, (c ->> 'poolId')::uuid as pool_id, c ->> 'model' as model
            from in_force f join granted g on g.tier = f.tier,
              jsonb_path_query(f.body, 'strict $.** ? (exists (@.poolId))') c
            group by 2, 3),
          priced as (
            select distinct on (pool_id, model) * from price
            order by pool_id, model, version desc)
          select n.created_at, l.tier, p.name, n.model, o.prompt_nano_per_million,
            o.completion_nano_per_million, n.prompt_nano_per_million, n.completion_nano_per_million
          from priced n
            join led_to l on l.pool_id = n.pool_id and l.model = n.model
            join pool p on p.id = n.pool_id
            join price o on o.pool_id = n.pool_id and o.model = n.model
              and o.version = n.version - 1
          where n.created_at > ?
            and (o.prompt_nano_per_million, o.completion_nano_per_million)
              is distinct from (n.prompt_nano_per_million, n.completion_nano_per_million)
          order by n.created_at desc limit ?
          """;

  private NewsSql() {}
}
