package io.marketplace.db.catalogue;

import static io.marketplace.db.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.db.Enterprise;
import io.marketplace.db.seed.SeedCatalogue;
import io.marketplace.model.catalogue.CardFilter;
import io.marketplace.model.catalogue.CardList;
import io.marketplace.model.catalogue.CardSlug;
import io.marketplace.model.catalogue.CardView;
import io.marketplace.model.catalogue.CatalogueQueries;
import io.marketplace.model.catalogue.Figure;
import io.marketplace.model.catalogue.KnownName;
import io.marketplace.model.catalogue.Leaderboard;
import io.marketplace.model.catalogue.Modality;
import io.marketplace.model.catalogue.ModelCard;
import io.marketplace.model.catalogue.SaveCard;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.catalogue.TierView;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.problem.ProblemCode;
import io.marketplace.model.routing.Alias;
import io.marketplace.model.routing.Candidate;
import io.marketplace.model.routing.Dialect;
import io.marketplace.model.routing.Pool;
import io.marketplace.model.routing.PoolForm;
import io.marketplace.model.routing.PoolModelForm;
import io.marketplace.model.routing.PriceForm;
import io.marketplace.model.routing.ProviderForm;
import io.marketplace.model.routing.ProviderId;
import io.marketplace.model.routing.PutRoute;
import io.marketplace.model.routing.RegisterPool;
import io.marketplace.model.routing.RegisterProvider;
import io.marketplace.model.routing.RouteBody;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The catalogue on a real database, as it is delivered. */
class CatalogueContractTest {

  private static final CardSlug QWEN = new CardSlug("qwen2.5-7b");

  private Enterprise house;
  private CatalogueQueries catalogue;

  @BeforeEach
  void open() throws SQLException {
    house = new Enterprise();
    catalogue = house.get(CatalogueQueries.class);
  }

  @AfterEach
  void close() throws SQLException {
    house.close();
  }

  @Test
  void sixTiersAreDeliveredAndNothingServesThemYet() {
    List<TierView> tiers = catalogue.tiers(house.developer);

    assertThat(tiers).extracting(TierView::tier).containsExactlyInAnyOrder(Tier.values());
    assertThat(tiers).allMatch(tier -> !tier.served() && tier.pools() == 0 && tier.calls() == 0);
    assertThat(tiers).allMatch(tier -> tier.p95TtftMs().isEmpty() && tier.share().isEmpty());
  }

  @Test
  void cardsPageFilterAndCount() {
    CardList all = catalogue.cards(house.developer, CardFilter.ALL, PageRequest.first(5));
    CardList rest =
        catalogue.cards(house.developer, CardFilter.ALL, new PageRequest(5, PageRequest.MAX));

    assertThat(all.page().items()).hasSize(5);
    assertThat(all.page().more()).isTrue();
    assertThat(rest.page().more()).isFalse();
    assertThat(5 + rest.page().items().size()).isEqualTo((int) all.total());
    assertThat(all.facets().tiers()).hasSize(6);
    assertThat(all.facets().tiers().stream().mapToLong(option -> option.count()).sum())
        .isEqualTo(all.total());
  }

  @Test
  void everyCardHasItsNamesAndANewOneBringsItsOwn() {
    List<KnownName> before = catalogue.names(house.developer);
    assertThat(before)
        .doesNotHaveDuplicates()
        .contains(new KnownName("Qwen 2.5-7B", QWEN, Tier.UTILITY))
        .contains(new KnownName("qwen2.5-7b", QWEN, Tier.UTILITY));

    CardSlug slug = new CardSlug("nightjar-2-large");
    house.get(SaveCard.class).save(house.admin, newCard(slug, "Nightjar 2 Large"));

    assertThat(catalogue.names(house.developer))
        .hasSize(before.size() + 2)
        .contains(new KnownName("Nightjar 2 Large", slug, Tier.CODE));
  }

  @Test
  void theLeaderboardOrdersByPublishedFiguresAndLeavesOutWhatHasNone() {
    PageRequest all = PageRequest.first(PageRequest.MAX);
    Leaderboard board =
        catalogue.leaderboard(house.developer, CardFilter.ALL, Optional.of("GPQA Diamond"), all);

    assertThat(board.by()).contains("GPQA Diamond");
    assertThat(board.benchmarks())
        .contains("GPQA Diamond", "MMLU-Pro", "MATH")
        .doesNotHaveDuplicates();
    List<CardView> cards = board.page().items();
    assertThat(cards)
        .hasSize((int) board.total())
        .noneMatch(card -> card.card().figures().isEmpty());
    assertThat(board.total() + board.unmeasured())
        .isEqualTo(catalogue.cards(house.developer, CardFilter.ALL, all).total());
    List<BigDecimal> ordered =
        cards.stream()
            .map(card -> best(card, "GPQA Diamond"))
            .takeWhile(Optional::isPresent)
            .map(Optional::get)
            .toList();
    assertThat(ordered).hasSizeGreaterThan(1).isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(cards.subList(ordered.size(), cards.size()))
        .allMatch(card -> best(card, "GPQA Diamond").isEmpty());
    assertThat(
            catalogue.leaderboard(
                house.developer, CardFilter.ALL, Optional.of("no such benchmark"), all))
        .isEqualTo(catalogue.leaderboard(house.developer, CardFilter.ALL, Optional.empty(), all));
    assertThat(
            catalogue
                .leaderboard(
                    house.developer, CardFilter.ALL, Optional.empty(), new PageRequest(1, 2))
                .page()
                .items())
        .isEqualTo(
            catalogue
                .leaderboard(house.developer, CardFilter.ALL, Optional.empty(), all)
                .page()
                .items()
                .subList(1, 3));
  }

  private static Optional<BigDecimal> best(CardView card, String benchmark) {
    return card.card().figures().stream()
        .filter(figure -> figure.benchmark().equals(benchmark))
        .map(Figure::value)
        .max(Comparator.naturalOrder());
  }

  @Test
  void aCardWithoutAPoolIsThereAndSaysSo() {
    CardView card = catalogue.card(house.developer, QWEN);

    assertThat(card.pools()).isEmpty();
    assertThat(card.served()).isFalse();
    assertThat(card.access()).isFalse();
    assertThat(card.card().source()).isPresent();
    assertRefused(
        ProblemCode.NOT_FOUND,
        () -> catalogue.card(house.developer, new CardSlug("no-such-model")));
  }

  @Test
  void aPoolThatIsUpServesItsCardAndItsTier() throws SQLException {
    Pool pool = serve();
    assertThat(catalogue.card(house.developer, QWEN).served()).isFalse();
    try (Connection gateway = house.database.gateway();
        Statement statement = gateway.createStatement()) {
      statement.execute(
          "insert into marketplace.pool_probe (pool_id, replica, at, up) values ('"
              + pool.id()
              + "', 'g1', now(), true)");
    }

    CardView card = catalogue.card(house.developer, QWEN);

    assertThat(card.served()).isTrue();
    assertThat(card.pools())
        .singleElement()
        .satisfies(
            serving -> {
              assertThat(serving.jurisdiction()).isEqualTo("EU");
              assertThat(serving.region()).contains("eu-central");
              assertThat(serving.promptPerMillion()).contains(NanoUsd.parse("p", "1"));
            });
    assertThat(tier(Tier.UTILITY).served()).isTrue();
    assertThat(tier(Tier.REASONING).served()).isFalse();
    CardFilter european =
        new CardFilter(
            Set.of(),
            Set.of(),
            Set.of(),
            Optional.empty(),
            Set.of("eu-central"),
            Set.of("EU"),
            false,
            Optional.empty(),
            CardFilter.ALL.sort());
    assertThat(
            catalogue
                .cards(house.developer, european, PageRequest.first(9))
                .page()
                .items()
                .getFirst()
                .card()
                .slug())
        .isEqualTo(QWEN);
  }

  @Test
  void accessIsThatOfTheOwnTeamsGrants() {
    house.grant(house.application("assistant"), Enterprise.terms(Tier.UTILITY));
    CardFilter accessible =
        new CardFilter(
            Set.of(),
            Set.of(),
            Set.of(),
            Optional.empty(),
            Set.of(),
            Set.of(),
            true,
            Optional.empty(),
            CardFilter.ALL.sort());

    CardList mine = catalogue.cards(house.developer, accessible, PageRequest.first(100));

    assertThat(mine.total()).isPositive();
    assertThat(mine.page().items()).allMatch(view -> view.card().tier() == Tier.UTILITY);
    assertThat(catalogue.card(house.colleague, QWEN).access()).isTrue();
    assertThat(catalogue.card(house.approver, QWEN).access()).isTrue();
    assertThat(catalogue.card(house.stranger, QWEN).access()).isFalse();
    assertThat(catalogue.card(house.otherDeveloper, QWEN).access()).isFalse();
  }

  @Test
  void upToFourCardsAreCompared() {
    List<CardSlug> four =
        catalogue
            .cards(house.developer, CardFilter.ALL, PageRequest.first(5))
            .page()
            .items()
            .stream()
            .map(view -> view.card().slug())
            .toList();

    assertThat(catalogue.compare(house.developer, four.subList(0, 4)))
        .extracting(view -> view.card().slug())
        .isEqualTo(four.subList(0, 4));
    assertRefused(ProblemCode.INVALID_REQUEST, () -> catalogue.compare(house.developer, four));
    assertRefused(ProblemCode.INVALID_REQUEST, () -> catalogue.compare(house.developer, List.of()));
  }

  @Test
  void anEditedCardOutlivesTheNextDelivery() throws SQLException {
    ModelCard before = catalogue.card(house.admin, QWEN).card();
    ModelCard saved =
        house.get(SaveCard.class).save(house.admin, renamed(before, "Our own name", 0));

    assertThat(saved.version()).isEqualTo(1);
    assertThat(saved.figures()).hasSize(1);
    try (Connection connection = house.database.admin()) {
      assertThat(SeedCatalogue.run(connection)).as("rows changed by a repeated delivery").isZero();
    }
    assertThat(catalogue.card(house.admin, QWEN).card()).isEqualTo(saved);
    assertRefused(
        ProblemCode.CONFLICT,
        () -> house.get(SaveCard.class).save(house.admin, renamed(before, "Late", 0)));
    assertRefused(
        ProblemCode.FORBIDDEN,
        () -> house.get(SaveCard.class).save(house.approver, renamed(saved, "No", 1)));
  }

  @Test
  void aPriceWithoutASourceIsRefused() {
    ModelCard card = catalogue.card(house.admin, QWEN).card();
    ModelCard priced =
        newCard(
            new CardSlug("new-model"),
            "New model",
            Optional.of("javascript:alert(1)"),
            Optional.of(card.slug()),
            Optional.of(NanoUsd.parse("p", "1")));

    assertRefused(
            ProblemCode.INVALID_REQUEST, () -> house.get(SaveCard.class).save(house.admin, priced))
        .hasMessageContaining("priceSource");
  }

  private TierView tier(Tier tier) {
    return catalogue.tiers(house.developer).stream()
        .filter(view -> view.tier() == tier)
        .findFirst()
        .orElseThrow();
  }

  private Pool serve() {
    ProviderId provider =
        house
            .get(RegisterProvider.class)
            .register(house.admin, new ProviderForm("p", "EU", List.of(), Map.of()))
            .id();
    Pool pool =
        house
            .get(RegisterPool.class)
            .register(
                house.admin,
                new PoolForm(
                    "pool",
                    provider,
                    "vllm",
                    Dialect.OPENAI,
                    List.of("http://127.0.0.1:1"),
                    Optional.of("eu-central"),
                    Optional.empty(),
                    List.of(
                        new PoolModelForm(
                            "qwen",
                            PriceForm.of(NanoUsd.parse("p", "1"), NanoUsd.parse("p", "2")),
                            Optional.empty(),
                            Optional.of(QWEN)))));
    house
        .get(PutRoute.class)
        .put(
            house.admin,
            new Alias("utility"),
            Optional.empty(),
            RouteBody.of(List.of(new Candidate(pool.id(), "qwen", 1)), List.of()),
            OptionalInt.empty());
    return pool;
  }

  private static ModelCard renamed(ModelCard card, String name, int version) {
    return new ModelCard(
        card.slug(),
        card.tier(),
        name,
        card.vendor(),
        card.architecture(),
        card.totalParamsB(),
        card.activeParamsB(),
        card.contextTokens(),
        card.licence(),
        card.licenceUrl(),
        card.modalities(),
        card.keyStrength(),
        card.retiresOn(),
        card.successor(),
        card.inputPerMillion(),
        card.cachedInputPerMillion(),
        card.outputPerMillion(),
        card.priceSource(),
        card.notes(),
        card.source(),
        List.of(new Figure("MMLU", new BigDecimal("74.20"), Optional.of("%"), "a source")),
        version);
  }

  private static ModelCard newCard(CardSlug slug, String name) {
    return newCard(slug, name, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static ModelCard newCard(
      CardSlug slug,
      String name,
      Optional<String> licenceUrl,
      Optional<CardSlug> successor,
      Optional<NanoUsd> inputPerMillion) {
    return new ModelCard(
        slug,
        Tier.CODE,
        name,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        licenceUrl,
        Set.of(Modality.TEXT),
        Optional.empty(),
        Optional.empty(),
        successor,
        inputPerMillion,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        0);
  }
}
