package io.marketplace.db.routing;

import io.marketplace.db.kernel.Sql;
import io.marketplace.model.catalogue.CardSlug;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.routing.Pool;
import io.marketplace.model.routing.PoolForm;
import io.marketplace.model.routing.PoolId;
import io.marketplace.model.routing.PoolModelForm;
import io.marketplace.model.routing.Pools;
import io.marketplace.model.routing.Price;
import io.marketplace.model.routing.PriceForm;
import io.marketplace.model.routing.ProviderId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** The rows of {@code pool}, {@code pool_model} and {@code price}. */
@Singleton
public final class SqlPools implements Pools {

  private static final String PRICE =
      PoolRows.PRICE + "where pool_id = ? and model = ? order by version desc limit 1";

  private final Sql sql;

  /** Speaks through {@code sql}. */
  @Inject
  public SqlPools(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Optional<Pool> find(PoolId id) {
    return one("where p.id = ?", id.value());
  }

  @Override
  public Optional<Pool> named(String name) {
    return one("where lower(p.name) = lower(?)", name);
  }

  private Optional<Pool> one(String where, Object parameter) {
    List<Pool> found = sql.list(PoolRows.COLUMNS + where, PoolRows::bare, parameter);
    return PoolRows.withModels(sql, found, true).stream().findFirst();
  }

  @Override
  public void add(PoolId id, PoolForm form, String by) {
    sql.change(
        """
        insert into pool (id, name, provider_id, engine, dialect, endpoints, region, capacity)
        values (?, ?, ?, ?, ?, ?, ?, ?::int)
        """,
        id.value(),
        form.name(),
        form.providerId().value(),
        form.engine(),
        form.dialect().code(),
        form.endpoints(),
        form.region(),
        form.capacity());
    form.models().forEach(model -> save(id, model, by));
  }

  @Override
  public void change(PoolId id, PoolForm form, int version, String by) {
    Changed.one(
        sql.change(
            """
            update pool set name = ?, provider_id = ?, engine = ?, dialect = ?, endpoints = ?,
              region = ?, capacity = ?::int, archived_at = null, version = version + 1
            where id = ? and version = ?
            """,
            form.name(),
            form.providerId().value(),
            form.engine(),
            form.dialect().code(),
            form.endpoints(),
            form.region(),
            form.capacity(),
            id.value(),
            version));
    form.models().forEach(model -> save(id, model, by));
  }

  @Override
  public void archive(PoolId id, int version) {
    Changed.one(
        sql.change(
            """
            update pool set archived_at = now(), version = version + 1
            where id = ? and version = ?
            """,
            id.value(),
            version));
  }

  private void save(PoolId id, PoolModelForm model, String by) {
    sql.change(
        """
        insert into pool_model (pool_id, name, context_tokens, card_slug)
        values (?, ?, ?::int, ?)
        on conflict (pool_id, name)
          do update set context_tokens = excluded.context_tokens, card_slug = excluded.card_slug,
            withdrawn_at = null
        """,
        id.value(),
        model.name(),
        model.contextTokens(),
        model.card().map(CardSlug::value));
    Optional<Price> current = price(id, model.name());
    if (current.filter(price -> price.form().equals(model.price())).isEmpty()) {
      addPrice(id, model.name(), model.price(), by);
    }
  }

  private Optional<Price> price(PoolId id, String model) {
    return sql.one(PRICE, row -> PoolRows.price(row, (int) row.number(1), 2), id.value(), model);
  }

  @Override
  public Price addPrice(PoolId id, String model, PriceForm price, String by) {
    int next = price(id, model).map(Price::version).orElse(0) + 1;
    sql.change(
        """
        insert into price (pool_id, model, version, prompt_nano_per_million,
          cached_prompt_nano_per_million, completion_nano_per_million, reasoning_nano_per_million,
          image_nano, request_nano, created_by)
        values (?, ?, ?, ?, ?::bigint, ?, ?::bigint, ?::bigint, ?::bigint, ?)
        """,
        id.value(),
        model,
        next,
        price.promptPerMillion().value(),
        price.cachedPromptPerMillion().map(NanoUsd::value),
        price.completionPerMillion().value(),
        price.extras().reasoningPerMillion().map(NanoUsd::value),
        price.extras().perImage().map(NanoUsd::value),
        price.extras().perRequest().map(NanoUsd::value),
        by);
    return price(id, model).orElseThrow();
  }

  @Override
  public void withdraw(PoolId id, String model, int version) {
    Changed.one(
        sql.change(
            "update pool set version = version + 1 where id = ? and version = ?",
            id.value(),
            version));
    sql.change(
        "update pool_model set withdrawn_at = now() where pool_id = ? and name = ?",
        id.value(),
        model);
  }

  @Override
  public List<Pool> of(ProviderId provider) {
    List<Pool> found =
        sql.list(
            PoolRows.COLUMNS
                + "where p.provider_id = ? and p.archived_at is null order by lower(p.name)",
            PoolRows::bare,
            provider.value());
    return PoolRows.withModels(sql, found, true);
  }

  @Override
  public List<String> aliasesRoutedTo(PoolId id) {
    return aliases("@.poolId == $pool", id, "");
  }

  @Override
  public List<String> aliasesRoutedTo(PoolId id, String model) {
    return aliases("@.poolId == $pool && @.model == $model", id, model);
  }

  private List<String> aliases(String candidate, PoolId id, String model) {
    return sql.list(
        """
        select distinct alias from route_in_force
        where jsonb_path_exists(body, '$.**{1 to last} ? (%s)',
          jsonb_build_object('pool', ?::text, 'model', ?::text))
        order by alias
        """
            .formatted(candidate),
        row -> row.text(1),
        id.toString(),
        model);
  }
}
