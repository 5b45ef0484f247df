package io.marketplace.db.keys;

import io.marketplace.db.kernel.Sight;
import io.marketplace.db.kernel.Sql;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Page;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.kernel.Work;
import io.marketplace.model.keys.KeyFilter;
import io.marketplace.model.keys.KeyHash;
import io.marketplace.model.keys.KeyId;
import io.marketplace.model.keys.KeyQueries;
import io.marketplace.model.keys.KeyState;
import io.marketplace.model.keys.KeyView;
import io.marketplace.model.keys.SecretHolder;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads keys with the hints and the use of their secrets. */
@Singleton
public final class SqlKeyQueries implements KeyQueries {

  private static final Set<KeyState> CALLABLE = Set.of(KeyState.ACTIVE, KeyState.ROTATING);

  private final Work work;
  private final Sql sql;

  /** Reads within {@code work}. */
  @Inject
  public SqlKeyQueries(Work work, Sql sql) {
    this.work = work;
    this.sql = sql;
  }

  @Override
  public Page<KeyView> keys(Actor actor, KeyFilter filter, PageRequest page) {
    return work.in(
        actor.scope(),
        () ->
            KeyRows.withSecrets(
                sql,
                sql.page(
                    page,
                    KeyRows.SELECT + KeyRows.FROM + KeySelection.WHERE + " order by k.id desc",
                    KeyRows::key,
                    KeySelection.parameters(Sight.of(actor), filter))));
  }

  @Override
  public KeyView key(Actor actor, KeyId id) {
    return work.in(
        actor.scope(),
        () ->
            find(actor, id)
                .orElseThrow(
                    () ->
                        new MarketplaceException(
                            ProblemCode.NOT_FOUND, "There is no key of this identifier.")));
  }

  @Override
  public List<KeyView> revocable(Actor actor, KeyFilter filter, int limit) {
    return work.in(
        actor.scope(),
        () -> {
          List<KeyView> found =
              sql.list(
                  KeyRows.SELECT
                      + KeyRows.FROM
                      + KeySelection.WHERE
                      + " order by k.id desc limit "
                      + limit,
                  KeyRows::key,
                  KeySelection.parameters(Sight.ofActing(actor), filter));
          return KeyRows.withSecrets(sql, new Page<>(found, false)).items();
        });
  }

  @Override
  public Optional<SecretHolder> holder(Actor actor, KeyHash hash) {
    return work.in(
        actor.scope(),
        () ->
            sql.one(
                    """
                    select key_id, live_until is null or live_until > now() from key_secret
                    where hash = ?
                    """,
                    row -> new Found(new KeyId(row.id(1)), row.flag(2)),
                    hash.bytes())
                .flatMap(
                    found ->
                        find(actor, found.key)
                            .map(
                                key ->
                                    new SecretHolder(
                                        key, found.live && CALLABLE.contains(key.state())))));
  }

  private Optional<KeyView> find(Actor actor, KeyId id) {
    Sight sight = Sight.of(actor);
    List<KeyView> found =
        sql.list(
            KeyRows.SELECT + KeyRows.FROM + " and k.id = ?",
            KeyRows::key,
            sight.whole(),
            sight.teams(),
            id.value());
    return KeyRows.withSecrets(sql, new Page<>(found, false)).items().stream().findFirst();
  }

  private record Found(KeyId key, boolean live) {}
}
