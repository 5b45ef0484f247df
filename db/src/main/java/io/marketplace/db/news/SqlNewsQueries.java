package io.marketplace.db.news;

import io.marketplace.db.kernel.Sight;
import io.marketplace.db.kernel.Sql;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Work;
import io.marketplace.model.news.News;
import io.marketplace.model.news.NewsQueries;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts the news together from the tables they happened in. */
@Singleton
public final class SqlNewsQueries implements NewsQueries {

  private static final Comparator<News> ORDER =
      Comparator.comparing((News news) -> !news.ahead())
          .thenComparing(
              (one, other) ->
                  one.ahead() ? one.at().compareTo(other.at()) : other.at().compareTo(one.at()));

  private final Work work;
  private final Sql sql;
  private final Clock clock;

  /** Reads within {@code work}. */
  @Inject
  public SqlNewsQueries(Work work, Sql sql, Clock clock) {
    this.work = work;
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  public List<News> latest(Actor actor, int most) {
    Sight sight = Sight.of(actor);
    Instant now = clock.instant();
    Instant since = now.minus(Period.ofDays(DAYS_BACK));
    Instant until = now.plus(Period.ofDays(DAYS_AHEAD));
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    return work.in(
        actor.scope(),
        () -> {
          List<News> all = new ArrayList<>();
          all.addAll(
              sql.list(
                  NewsSql.DECIDED,
                  NewsRows::decided,
                  since,
                  actor.person().value(),
                  sight.whole(),
                  sight.teams(),
                  most));
          all.addAll(
              sql.list(
                  NewsSql.GRANTS_END,
                  NewsRows::grantEnds,
                  now,
                  until,
                  sight.whole(),
                  sight.teams(),
                  most));
          all.addAll(
              sql.list(
                  NewsSql.KEYS_END,
                  NewsRows::keyEnds,
                  now,
                  until,
                  now,
                  until,
                  sight.whole(),
                  sight.teams(),
                  most));
          all.addAll(
              sql.list(
                  NewsSql.MODELS_RETIRE,
                  NewsRows::modelRetires,
                  sight.whole(),
                  sight.teams(),
                  today,
                  today.plusDays(DAYS_TO_RETIRE),
                  most));
          all.addAll(
              sql.list(
                  NewsSql.ROUTES_CHANGED,
                  NewsRows::routeChanged,
                  sight.whole(),
                  sight.teams(),
                  since,
                  most));
          all.addAll(
              sql.list(
                  NewsSql.PRICES_CHANGED,
                  NewsRows::priceChanged,
                  sight.whole(),
                  sight.teams(),
                  since,
                  most));
          return all.stream().sorted(ORDER).limit(most).toList();
        });
  }
}
