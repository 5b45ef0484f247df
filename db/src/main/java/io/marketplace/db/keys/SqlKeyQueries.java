package io.marketplace.db.keys;

import io.marketplace.db.kernel.Sight;
import io.marketplace.db.kernel.Sql;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.Page;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.kernel.TeamId;
import io.marketplace.model.kernel.Work;
import io.marketplace.model.keys.KeyFilter;
import io.marketplace.model.keys.KeyId;
import io.marketplace.model.keys.KeyQueries;
import io.marketplace.model.keys.KeyState;
import io.marketplace.model.keys.KeyView;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** Reads keys with the hints and the use of their secrets. */
@Singleton
public final class SqlKeyQueries implements KeyQueries {

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
    Sight sight = Sight.of(actor);
    var states = filter.states().stream().map(KeyState::code).toList();
    var application = filter.application().map(ApplicationId::value);
    var team = filter.team().map(TeamId::value);
    var tier = filter.tier().map(Tier::code);
    var text = filter.text().map(Sql::contains);
    return work.in(
        actor.scope(),
        () ->
            KeyRows.withSecrets(
                sql,
                sql.page(
                    page,
                    KeyRows.SELECT
                        + """
                          and (? or s.state = any(?))
                          and (?::uuid is null or k.application_id = ?)
                          and (?::uuid is null or a.team_id = ?)
                          and (?::text is null or ? = any(k.tiers))
                          and (?::text is null or k.name ilike ? or a.name ilike ?)
                          order by k.id desc
                          """,
                    KeyRows::key,
                    sight.whole(),
                    sight.teams(),
                    states.isEmpty(),
                    states,
                    application,
                    application,
                    team,
                    team,
                    tier,
                    tier,
                    text,
                    text,
                    text)));
  }

  @Override
  public KeyView key(Actor actor, KeyId id) {
    Sight sight = Sight.of(actor);
    return work.in(
        actor.scope(),
        () -> {
          List<KeyView> found =
              sql.list(
                  KeyRows.SELECT + " and k.id = ?",
                  KeyRows::key,
                  sight.whole(),
                  sight.teams(),
                  id.value());
          return KeyRows.withSecrets(sql, new Page<>(found, false)).items().stream()
              .findFirst()
              .orElseThrow(
                  () ->
                      new MarketplaceException(
                          ProblemCode.NOT_FOUND, "There is no key of this identifier."));
        });
  }
}
