package io.marketplace.db.news;

import static io.marketplace.db.Enterprise.terms;
import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.db.Enterprise;
import io.marketplace.model.access.DenyAccess;
import io.marketplace.model.access.RequestAccess;
import io.marketplace.model.access.RequestId;
import io.marketplace.model.catalogue.CardSlug;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.keys.IssueKey;
import io.marketplace.model.keys.IssuedKey;
import io.marketplace.model.keys.KeyWish;
import io.marketplace.model.keys.RotateKey;
import io.marketplace.model.news.News;
import io.marketplace.model.news.NewsQueries;
import io.marketplace.model.routing.Alias;
import io.marketplace.model.routing.Candidate;
import io.marketplace.model.routing.Dialect;
import io.marketplace.model.routing.Pool;
import io.marketplace.model.routing.PoolForm;
import io.marketplace.model.routing.PoolModelForm;
import io.marketplace.model.routing.PriceForm;
import io.marketplace.model.routing.Provider;
import io.marketplace.model.routing.ProviderForm;
import io.marketplace.model.routing.PutRoute;
import io.marketplace.model.routing.RegisterPool;
import io.marketplace.model.routing.RegisterProvider;
import io.marketplace.model.routing.RouteBody;
import io.marketplace.model.routing.SetPrice;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class NewsContractTest {

  private static final Alias UTILITY = Alias.parse("alias", "utility");

  private Enterprise e;
  private int count;

  @BeforeAll
  void start() throws SQLException {
    e = new Enterprise();
  }

  @AfterAll
  void stop() throws SQLException {
    e.close();
  }

  private <T extends News> List<T> news(Actor actor, Class<T> kind) {
    return e.get(NewsQueries.class).latest(actor, 100).stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  private ApplicationId granted() {
    ApplicationId application = e.application("news " + ++count);
    e.grant(application, terms(Tier.UTILITY));
    return application;
  }

  private void sql(String statement) throws SQLException {
    assertThat(e.database.execute(statement)).isPositive();
  }

  @Test
  void aDecisionIsNewsToTheTeamAndNobodyElse() {
    ApplicationId application = e.application("decided");
    e.grant(application, terms(Tier.UTILITY));
    e.clock.move(Duration.ofSeconds(1));
    RequestId denied =
        e.get(RequestAccess.class).request(e.developer, application, terms(Tier.CODE)).id();
    e.get(DenyAccess.class).deny(e.approver, denied, "not now");

    List<News.Decided> told = news(e.developer, News.Decided.class);

    assertThat(told)
        .filteredOn(news -> news.application().equals("decided"))
        .extracting(News.Decided::verdict)
        .containsExactly(News.Verdict.DENIED, News.Verdict.GRANTED);
    assertThat(news(e.colleague, News.Decided.class)).isEqualTo(told);
    for (Actor other : List.of(e.stranger, e.otherDeveloper, e.otherApprover)) {
      assertThat(news(other, News.class)).isEmpty();
    }
    assertThat(news(e.approver, News.Decided.class))
        .as("what one decided oneself is no news")
        .isEmpty();
  }

  @Test
  void endsThatComeNearStandFirstTheSoonestAtTheTop() throws SQLException {
    ApplicationId application = granted();
    KeyWish wish = KeyWish.of("soon", Set.of(Tier.UTILITY));
    IssuedKey soon = e.get(IssueKey.class).issue(e.developer, application, wish);
    sql(
        "update virtual_key set expires_at = now() + interval '9 days' where id = '%s'"
            .formatted(soon.id()));
    e.get(RotateKey.class).rotate(e.developer, soon.id(), 3_600);
    IssuedKey later = e.get(IssueKey.class).issue(e.developer, application, wish);
    sql(
        "update virtual_key set expires_at = now() + interval '40 days' where id = '%s'"
            .formatted(later.id()));
    sql(
        "update access_grant set until = now() + interval '3 days' where application_id = '%s'"
            .formatted(application));

    List<News> all = e.get(NewsQueries.class).latest(e.developer, 100);

    assertThat(news(e.developer, News.KeyEnds.class))
        .extracting(News.KeyEnds::key, News.KeyEnds::oldSecret)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(soon.id(), true),
            org.assertj.core.groups.Tuple.tuple(soon.id(), false));
    assertThat(news(e.developer, News.GrantEnds.class)).hasSize(1);
    List<News> ahead = all.stream().takeWhile(News::ahead).toList();
    assertThat(all.stream().skip(ahead.size())).noneMatch(News::ahead);
    assertThat(ahead)
        .isSortedAccordingTo((one, other) -> one.at().compareTo(other.at()))
        .hasSizeGreaterThanOrEqualTo(3);
    assertThat(e.get(NewsQueries.class).latest(e.developer, 1)).containsExactly(all.getFirst());
  }

  @Test
  void aRetiringModelIsNewsWhereItsTierMayBeCalled() throws SQLException {
    granted();
    sql(
        "update model_card set retires_on = current_date + 20, successor = 'qwen3.5-35b-a3b'"
            + " where slug = 'qwen2.5-7b'");
    sql("update model_card set retires_on = current_date + 20 where slug = 'deepseek-r1'");

    assertThat(news(e.developer, News.ModelRetires.class))
        .singleElement()
        .satisfies(
            news -> {
              assertThat(news.model()).isEqualTo(new CardSlug("qwen2.5-7b"));
              assertThat(news.successor()).contains(new CardSlug("qwen3.5-35b-a3b"));
              assertThat(news.successorName()).isPresent();
            });
    assertThat(news(e.stranger, News.ModelRetires.class)).isEmpty();
  }

  @Test
  void aChangedRouteAndAChangedPriceAreNewsWhereTheTierMayBeCalled() {
    granted();
    Pool pool = pool();
    put(pool, "old");
    assertThat(news(e.developer, News.RouteChanged.class)).isEmpty();
    put(pool, "new");
    e.get(SetPrice.class)
        .set(e.admin, pool.id(), "new", PriceForm.of(new NanoUsd(2), new NanoUsd(5)));
    e.get(SetPrice.class)
        .set(e.admin, pool.id(), "old", PriceForm.of(new NanoUsd(9), new NanoUsd(9)));

    assertThat(news(e.developer, News.RouteChanged.class))
        .singleElement()
        .satisfies(
            news -> {
              assertThat(news.alias()).isEqualTo(UTILITY);
              assertThat(news.before()).containsExactly("old");
              assertThat(news.after()).containsExactly("new");
            });
    assertThat(news(e.developer, News.PriceChanged.class))
        .as("only of the model that the route leads to")
        .singleElement()
        .satisfies(
            news -> {
              assertThat(news.model()).isEqualTo("new");
              assertThat(news.before())
                  .isEqualTo(new News.PerMillion(new NanoUsd(1), new NanoUsd(1)));
              assertThat(news.after())
                  .isEqualTo(new News.PerMillion(new NanoUsd(2), new NanoUsd(5)));
            });
    assertThat(news(e.stranger, News.class)).isEmpty();
  }

  private void put(Pool pool, String model) {
    e.get(PutRoute.class)
        .put(
            e.admin,
            UTILITY,
            Optional.empty(),
            RouteBody.of(List.of(new Candidate(pool.id(), model, 1)), List.of()),
            OptionalInt.empty());
  }

  private Pool pool() {
    Provider provider =
        e.get(RegisterProvider.class)
            .register(e.admin, new ProviderForm("News provider", "EU", List.of(), Map.of()));
    PriceForm one = PriceForm.of(new NanoUsd(1), new NanoUsd(1));
    return e.get(RegisterPool.class)
        .register(
            e.admin,
            new PoolForm(
                "news pool",
                provider.id(),
                "vllm",
                Dialect.OPENAI,
                List.of("http://127.0.0.1:8000/"),
                Optional.empty(),
                Optional.empty(),
                List.of(
                    new PoolModelForm("old", one, Optional.empty(), Optional.empty()),
                    new PoolModelForm("new", one, Optional.empty(), Optional.empty()))));
  }
}
