package io.marketplace.db.routing;

import io.marketplace.db.kernel.Row;
import io.marketplace.db.kernel.Sql;
import io.marketplace.model.catalogue.CardSlug;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.routing.Dialect;
import io.marketplace.model.routing.Pool;
import io.marketplace.model.routing.PoolId;
import io.marketplace.model.routing.PoolModel;
import io.marketplace.model.routing.Price;
import io.marketplace.model.routing.PriceExtras;
import io.marketplace.model.routing.ProviderId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads pools together with their models and the prices in force. */
final class PoolRows {

  static final String COLUMNS =
      """
      select p.id, p.name, p.provider_id, v.name, v.jurisdiction, p.engine, p.dialect, p.endpoints,
        p.region, p.capacity::bigint, p.created_at, p.archived_at, p.version::bigint
      from pool p join provider v on v.id = p.provider_id
      """;

  private static final String MODELS =
      """
      select m.pool_id, m.name, m.context_tokens::bigint, m.card_slug, r.version::bigint,
        r.prompt_nano_per_million, r.cached_prompt_nano_per_million, r.completion_nano_per_million,
        r.reasoning_nano_per_million, r.image_nano, r.request_nano, r.created_by, r.created_at
      from pool_model m
      left join lateral (select * from price x where x.pool_id = m.pool_id and x.model = m.name
        order by x.version desc limit 1) r on true
      where m.pool_id = any(?) and m.withdrawn_at is null
      order by m.pool_id, m.name
      """;

  private record Served(UUID pool, PoolModel model) {}

  private PoolRows() {}

  /** A pool without its models. */
  static Pool bare(Row row) {
    String dialect = row.text(7);
    return new Pool(
        new PoolId(row.id(1)),
        row.text(2),
        new ProviderId(row.id(3)),
        row.text(4),
        row.text(5),
        row.text(6),
        Dialect.of(dialect)
            .orElseThrow(() -> new IllegalStateException("no such dialect: " + dialect)),
        row.texts(8),
        row.optionalText(9),
        row.optionalNumber(10).map(Long::intValue),
        List.of(),
        row.moment(11),
        row.optionalMoment(12),
        (int) row.number(13));
  }

  /** The same pools with their models. */
  static List<Pool> withModels(Sql sql, List<Pool> pools, boolean endpoints) {
    if (pools.isEmpty()) {
      return pools;
    }
    UUID[] ids = pools.stream().map(pool -> pool.id().value()).toArray(UUID[]::new);
    Map<UUID, List<PoolModel>> models = new HashMap<>();
    for (Served served : sql.list(MODELS, PoolRows::served, (Object) ids)) {
      models.computeIfAbsent(served.pool(), id -> new ArrayList<>()).add(served.model());
    }
    return pools.stream()
        .map(pool -> with(pool, models.getOrDefault(pool.id().value(), List.of()), endpoints))
        .toList();
  }

  private static Pool with(Pool pool, List<PoolModel> models, boolean endpoints) {
    return new Pool(
        pool.id(),
        pool.name(),
        pool.providerId(),
        pool.providerName(),
        pool.jurisdiction(),
        pool.engine(),
        pool.dialect(),
        endpoints ? pool.endpoints() : List.of(),
        pool.region(),
        pool.capacity(),
        models,
        pool.createdAt(),
        pool.archivedAt(),
        pool.version());
  }

  private static Served served(Row row) {
    Optional<Price> price = row.optionalNumber(5).map(version -> price(row, version.intValue(), 6));
    return new Served(
        row.id(1),
        new PoolModel(
            row.text(2),
            row.optionalNumber(3).map(Long::intValue),
            row.optionalText(4).map(CardSlug::new),
            price));
  }

  /** The columns of a price, for {@link #price}. */
  static final String PRICE =
      """
      select version::bigint, prompt_nano_per_million, cached_prompt_nano_per_million,
        completion_nano_per_million, reasoning_nano_per_million, image_nano, request_nano,
        created_by, created_at
      from price
      """;

  /** A price whose amounts begin at {@code column}. */
  static Price price(Row row, int version, int column) {
    return new Price(
        version,
        new NanoUsd(row.number(column)),
        row.optionalNumber(column + 1).map(NanoUsd::new),
        new NanoUsd(row.number(column + 2)),
        new PriceExtras(
            row.optionalNumber(column + 3).map(NanoUsd::new),
            row.optionalNumber(column + 4).map(NanoUsd::new),
            row.optionalNumber(column + 5).map(NanoUsd::new)),
        row.text(column + 6),
        row.moment(column + 7));
  }
}
