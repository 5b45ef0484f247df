package io.marketplace.db.catalogue;

import io.marketplace.db.kernel.Row;
import io.marketplace.db.kernel.Sql;
import io.marketplace.model.catalogue.ServingPool;
import io.marketplace.model.kernel.NanoUsd;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which pools serve cards, and whether they are up. */
final class Serving {

  /** Pools and whether any replica's newest probe of the last minute reached them. */
  static final String PRESENT =
      """
      select pool_id, bool_or(up) as up from (
        select distinct on (pool_id, replica) pool_id, replica, up from pool_probe
        where at > now() - interval '1 minute'
        order by pool_id, replica, at desc) newest
      group by pool_id
      """;

  private static final String POOLS =
      "with present as ("
          + PRESENT
          + ") "
          + """
          select m.card_slug, p.name, v.name, v.jurisdiction, p.region, m.name, n.up,
            r.prompt_nano_per_million, r.completion_nano_per_million
          from pool_model m
          join pool p on p.id = m.pool_id and p.archived_at is null
          join provider v on v.id = p.provider_id and v.archived_at is null
          left join present n on n.pool_id = p.id
          left join lateral (select * from price x where x.pool_id = m.pool_id and x.model = m.name
            order by x.version desc limit 1) r on true
          where m.card_slug = any(?) and m.withdrawn_at is null
          order by m.card_slug, lower(p.name), m.name
          """;

  private record Found(String slug, ServingPool pool) {}

  private Serving() {}

  static Map<String, List<ServingPool>> of(Sql sql, List<String> slugs) {
    Map<String, List<ServingPool>> pools = new HashMap<>();
    for (Found found : sql.list(POOLS, Serving::pool, slugs)) {
      pools.computeIfAbsent(found.slug(), slug -> new ArrayList<>()).add(found.pool());
    }
    return pools;
  }

  private static Found pool(Row row) {
    return new Found(
        row.text(1),
        new ServingPool(
            row.text(2),
            row.text(3),
            row.text(4),
            row.optionalText(5),
            row.text(6),
            row.optionalFlag(7),
            row.optionalNumber(8).map(NanoUsd::new),
            row.optionalNumber(9).map(NanoUsd::new)));
  }
}
