package io.marketplace.db.routing;

import static io.marketplace.db.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.db.Enterprise;
import io.marketplace.db.json.Json;
import io.marketplace.model.audit.AuditEvent;
import io.marketplace.model.audit.AuditFilter;
import io.marketplace.model.audit.AuditQueries;
import io.marketplace.model.catalogue.CardSlug;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.problem.ProblemCode;
import io.marketplace.model.routing.Alias;
import io.marketplace.model.routing.ArchivePool;
import io.marketplace.model.routing.Candidate;
import io.marketplace.model.routing.CredentialCipher;
import io.marketplace.model.routing.Dialect;
import io.marketplace.model.routing.Pool;
import io.marketplace.model.routing.PoolForm;
import io.marketplace.model.routing.PoolId;
import io.marketplace.model.routing.PoolModelForm;
import io.marketplace.model.routing.Price;
import io.marketplace.model.routing.PriceForm;
import io.marketplace.model.routing.Provider;
import io.marketplace.model.routing.ProviderForm;
import io.marketplace.model.routing.ProviderId;
import io.marketplace.model.routing.PutRoute;
import io.marketplace.model.routing.RegisterPool;
import io.marketplace.model.routing.RegisterProvider;
import io.marketplace.model.routing.Route;
import io.marketplace.model.routing.RouteBody;
import io.marketplace.model.routing.RoutingQueries;
import io.marketplace.model.routing.SetPrice;
import io.marketplace.model.routing.StoreCredential;
import io.marketplace.model.routing.UpdatePool;
import io.marketplace.model.routing.UpdateProvider;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Providers, pools, prices and routes on a real database. */
class RoutingContractTest {

  private static final PageRequest FIRST = PageRequest.first(50);
  private static final OptionalInt ANY = OptionalInt.empty();
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private static Enterprise house;

  @BeforeAll
  static void open() throws SQLException {
    house = new Enterprise();
  }

  @AfterAll
  static void close() throws SQLException {
    house.close();
  }

  @Test
  void onlyAPlatformAdministratorRunsThePlatform() {
    Pool pool = pool(provider("EU"), "m");
    PriceForm price = PriceForm.of(NanoUsd.ZERO, NanoUsd.ZERO);

    for (Actor actor : List.of(house.developer, house.approver, house.finops, house.auditor)) {
      assertRefused(
          ProblemCode.FORBIDDEN,
          () -> house.get(RegisterProvider.class).register(actor, providerForm("x", "EU")));
      assertRefused(
          ProblemCode.FORBIDDEN,
          () -> house.get(StoreCredential.class).store(actor, pool.providerId(), "secret"));
      assertRefused(
          ProblemCode.FORBIDDEN,
          () ->
              house
                  .get(RegisterPool.class)
                  .register(actor, form("x", pool.providerId(), "http://127.0.0.1:1", "m")));
      assertRefused(
          ProblemCode.FORBIDDEN, () -> house.get(SetPrice.class).set(actor, pool.id(), "m", price));
      assertRefused(
          ProblemCode.FORBIDDEN, () -> house.get(ArchivePool.class).archive(actor, pool.id(), ANY));
    }
    assertRefused(
        ProblemCode.FORBIDDEN,
        () -> put(house.developer, "utility", List.of(), OptionalInt.empty()));
  }

  @Test
  void aProviderKeepsWhatIsToldOfIt() {
    ProviderForm form =
        new ProviderForm(
            name(),
            "EU",
            List.of("Frankfurt", "Dublin"),
            Map.of("dpa", true, "retentionDays", 0, "certifications", List.of("ISO 27001")));

    Provider made = house.get(RegisterProvider.class).register(house.admin, form);

    assertThat(made.attributes()).isEqualTo(form.attributes());
    assertThat(made.processingPlaces()).containsExactly("Frankfurt", "Dublin");
    assertThat(made.credentialStoredAt()).isEmpty();
    assertRefused(
        ProblemCode.CONFLICT, () -> house.get(RegisterProvider.class).register(house.admin, form));
    assertThat(house.get(RoutingQueries.class).provider(house.developer, made.id()).name())
        .isEqualTo(form.name());
    assertRefused(
        ProblemCode.NOT_FOUND,
        () -> house.get(RoutingQueries.class).provider(house.admin, ProviderId.create()));
  }

  @Test
  void aChangeMadeOnAnOldVersionIsRefused() {
    Provider before = provider("EU");
    ProviderForm form = providerForm(before.name(), "US");
    Provider after =
        house
            .get(UpdateProvider.class)
            .update(house.admin, before.id(), form, OptionalInt.of(before.version()));

    assertThat(after.jurisdiction()).isEqualTo("US");
    assertRefused(
        ProblemCode.CONFLICT,
        () ->
            house
                .get(UpdateProvider.class)
                .update(house.admin, before.id(), form, OptionalInt.of(before.version())));
  }

  @Test
  void aCredentialIsSealedAndCannotBeReadBack() throws SQLException {
    Provider provider = provider("EU");

    house.get(StoreCredential.class).store(house.admin, provider.id(), "sk-first");
    house.get(StoreCredential.class).store(house.admin, provider.id(), "sk-second");

    assertThat(
            house
                .get(RoutingQueries.class)
                .provider(house.admin, provider.id())
                .credentialStoredAt())
        .isPresent();
    byte[] newest =
        bytes(
            "select ciphertext from marketplace.provider_credential where provider_id = '"
                + provider.id()
                + "' order by id desc limit 1");
    assertThat(new String(newest, StandardCharsets.ISO_8859_1)).doesNotContain("sk-second");
    assertThat(new CredentialCipher(new byte[32]).open(provider.id(), newest))
        .isEqualTo("sk-second");
    try (Connection portal = house.database.portal();
        Statement statement = portal.createStatement()) {
      statement.execute("set role marketplace_platform");
      org.assertj.core.api.Assertions.assertThatThrownBy(
              () -> statement.execute("select ciphertext from marketplace.provider_credential"))
          .isInstanceOf(SQLException.class);
    }
    assertThat(trail("provider", provider.id().toString()).toString()).doesNotContain("sk-");
    for (String bad : List.of("", "with space", "line\nbreak", "ümlaut", "x".repeat(8_001))) {
      assertRefused(
              ProblemCode.INVALID_REQUEST,
              () -> house.get(StoreCredential.class).store(house.admin, provider.id(), bad))
          .hasMessageNotContaining("ümlaut");
    }
  }

  @Test
  void aPoolIsRegisteredWithItsModelsAndPrices() {
    Provider provider = provider("EU");
    PoolForm form =
        new PoolForm(
            name(),
            provider.id(),
            "vllm",
            Dialect.OPENAI,
            List.of("http://127.0.0.1:8000/", "http://127.0.0.1:8001/v1"),
            Optional.of("eu-central"),
            Optional.of(8),
            List.of(
                new PoolModelForm(
                    "qwen",
                    new PriceForm(
                        NanoUsd.parse("p", "0.5"),
                        Optional.of(NanoUsd.parse("p", "0.05")),
                        NanoUsd.parse("p", "1.5")),
                    Optional.of(32_768),
                    Optional.of(new CardSlug("qwen2.5-7b")))));

    Pool pool = house.get(RegisterPool.class).register(house.admin, form);

    assertThat(pool.endpoints())
        .containsExactly("http://127.0.0.1:8000", "http://127.0.0.1:8001/v1");
    assertThat(pool.jurisdiction()).isEqualTo("EU");
    assertThat(pool.capacity()).contains(8);
    assertThat(pool.models()).hasSize(1);
    assertThat(pool.models().getFirst().card()).contains(new CardSlug("qwen2.5-7b"));
    Price price = pool.models().getFirst().price().orElseThrow();
    assertThat(price.version()).isEqualTo(1);
    assertThat(price.cachedPromptPerMillion()).contains(NanoUsd.parse("p", "0.05"));
    assertThat(house.get(RoutingQueries.class).pool(house.developer, pool.id()).endpoints())
        .isEmpty();
    assertThat(house.get(RoutingQueries.class).pool(house.auditor, pool.id()).endpoints())
        .hasSize(2);
    assertThat(trail("pool", pool.id().toString()))
        .extracting(AuditEvent::action)
        .containsExactly("pool.created");
  }

  @Test
  void aPoolThatNamesWhatIsNotThereIsRefused() {
    Provider provider = provider("EU");
    assertRefused(
        ProblemCode.INVALID_REQUEST,
        () ->
            house
                .get(RegisterPool.class)
                .register(
                    house.admin, form(name(), ProviderId.create(), "http://127.0.0.1:1", "m")));
    assertRefused(
        ProblemCode.INVALID_REQUEST,
        () ->
            house
                .get(RegisterPool.class)
                .register(house.admin, form(name(), provider.id(), "http://10.0.0.1", "m")));
    PoolForm unknownCard =
        new PoolForm(
            name(),
            provider.id(),
            "vllm",
            Dialect.OPENAI,
            List.of("http://127.0.0.1:1"),
            Optional.empty(),
            Optional.empty(),
            List.of(
                new PoolModelForm(
                    "m",
                    PriceForm.of(NanoUsd.ZERO, NanoUsd.ZERO),
                    Optional.empty(),
                    Optional.of(new CardSlug("no-such-card")))));
    assertRefused(
        ProblemCode.INVALID_REQUEST,
        () -> house.get(RegisterPool.class).register(house.admin, unknownCard));
  }

  @Test
  void pricesAreOnlyEverAdded() {
    Pool pool = pool(provider("EU"), "m");
    PriceForm dearer = PriceForm.of(NanoUsd.parse("p", "2"), NanoUsd.parse("p", "4"));

    Price second = house.get(SetPrice.class).set(house.admin, pool.id(), "m", dearer);

    assertThat(second.version()).isEqualTo(2);
    assertThat(house.get(RoutingQueries.class).prices(house.admin, pool.id(), "m", FIRST).items())
        .extracting(Price::version)
        .containsExactly(2, 1);
    assertRefused(
        ProblemCode.NOT_FOUND,
        () -> house.get(SetPrice.class).set(house.admin, pool.id(), "other", dearer));
    assertRefused(
        ProblemCode.INVALID_REQUEST,
        () ->
            house
                .get(SetPrice.class)
                .set(
                    house.admin,
                    pool.id(),
                    "m",
                    PriceForm.of(NanoUsd.parse("p", "1000001"), NanoUsd.ZERO)));
  }

  @Test
  void aChangeOfAPoolKeepsAnUnchangedPrice() {
    Provider provider = provider("EU");
    Pool pool = pool(provider, "m");
    PoolForm moved = form(pool.name(), provider.id(), "http://127.0.0.1:9", "m");

    Pool after = house.get(UpdatePool.class).update(house.admin, pool.id(), moved, ANY);

    assertThat(after.endpoints()).containsExactly("http://127.0.0.1:9");
    assertThat(after.models().getFirst().price().orElseThrow().version()).isEqualTo(1);
    assertRefused(
        ProblemCode.CONFLICT,
        () ->
            house
                .get(UpdatePool.class)
                .update(house.admin, pool.id(), moved, OptionalInt.of(pool.version())));
  }

  @Test
  void aPoolThatARouteNamesIsNotArchived() {
    Pool pool = pool(provider("EU"), "m");
    String alias = "archive-" + NUMBER.incrementAndGet();
    put(house.admin, alias, List.of(new Candidate(pool.id(), "m", 1)), OptionalInt.empty());

    assertRefused(
            ProblemCode.CONFLICT,
            () -> house.get(ArchivePool.class).archive(house.admin, pool.id(), ANY))
        .hasMessageContaining(alias);
    put(house.admin, alias, List.of(), OptionalInt.empty());
    Pool archived = house.get(ArchivePool.class).archive(house.admin, pool.id(), ANY);

    assertThat(archived.archivedAt()).isPresent();
    assertThat(house.get(RoutingQueries.class).pools(house.admin, PageRequest.first(200)).items())
        .extracting(Pool::id)
        .doesNotContain(pool.id());
    assertRefused(
        ProblemCode.INVALID_REQUEST,
        () ->
            put(
                house.admin,
                alias,
                List.of(new Candidate(pool.id(), "m", 1)),
                OptionalInt.empty()));
  }

  @Test
  void aTenantsRouteGoesBeforeThePlatformsForThatTenantAlone() {
    Pool platforms = pool(provider("EU"), "m");
    Pool tenants = pool(provider("EU"), "m");
    put(house.admin, "code", List.of(new Candidate(platforms.id(), "m", 1)), OptionalInt.empty());

    Route own =
        put(
            house.approver,
            "code",
            List.of(new Candidate(tenants.id(), "m", 0.5)),
            OptionalInt.of(0));

    assertThat(own.tenant()).contains(house.retail);
    assertThat(own.version()).isEqualTo(1);
    assertThat(candidate(house.developer, "code")).isEqualTo(new Candidate(tenants.id(), "m", 0.5));
    assertThat(candidate(house.otherDeveloper, "code").poolId()).isEqualTo(platforms.id());
    assertThat(candidate(house.admin, "code").poolId()).isEqualTo(platforms.id());
    RoutingQueries queries = house.get(RoutingQueries.class);
    assertThat(queries.versions(house.otherDeveloper, new Alias("code"), FIRST).items())
        .noneMatch(route -> route.tenant().isPresent());
    assertThat(queries.routes(house.developer, FIRST).items())
        .filteredOn(route -> route.alias().value().equals("code"))
        .hasSize(1);
  }

  @Test
  void aRouteOnAnOldVersionOrToAnotherTierIsRefused() {
    Route first = put(house.admin, "reasoning", List.of(), OptionalInt.of(0));
    put(house.admin, "reasoning", List.of(), OptionalInt.of(first.version()));

    assertRefused(
        ProblemCode.CONFLICT,
        () -> put(house.admin, "reasoning", List.of(), OptionalInt.of(first.version())));
    assertRefused(
        ProblemCode.INVALID_REQUEST,
        () ->
            house
                .get(PutRoute.class)
                .put(
                    house.admin,
                    new Alias("reasoning"),
                    Optional.of(Tier.UTILITY),
                    RouteBody.of(List.of(), List.of()),
                    ANY));
    assertRefused(
        ProblemCode.INVALID_REQUEST,
        () ->
            house
                .get(PutRoute.class)
                .put(
                    house.admin,
                    new Alias("without-tier"),
                    Optional.empty(),
                    RouteBody.of(List.of(), List.of()),
                    ANY));
    assertRefused(
        ProblemCode.INVALID_REQUEST,
        () ->
            put(
                house.admin,
                "reasoning",
                List.of(new Candidate(PoolId.create(), "m", 1)),
                OptionalInt.empty()));
    assertRefused(
        ProblemCode.MODEL_NOT_FOUND,
        () -> house.get(RoutingQueries.class).route(house.developer, new Alias("nobody")));
  }

  @Test
  void theGatewaysSnapshotHoldsWhatWasWritten() throws SQLException {
    Pool pool = pool(provider("EU"), "m");
    String alias = "snap-" + NUMBER.incrementAndGet();
    put(house.admin, alias, List.of(new Candidate(pool.id(), "m", 2)), OptionalInt.empty());

    var routes = Json.read(house.database.snapshot()).path("routes").findParents("alias");
    assertThat(routes)
        .filteredOn(route -> route.path("alias").asText().equals(alias))
        .singleElement()
        .satisfies(
            route -> {
              assertThat(route.at("/body/candidates/0/poolId").asText())
                  .isEqualTo(pool.id().toString());
              assertThat(route.at("/body/candidates/0/weight").isInt()).isTrue();
              assertThat(route.at("/body/timeouts/connectMs").asInt()).isPositive();
            });
  }

  private static Candidate candidate(Actor actor, String alias) {
    return house
        .get(RoutingQueries.class)
        .route(actor, new Alias(alias))
        .body()
        .candidates()
        .getFirst();
  }

  private static Route put(
      Actor actor, String alias, List<Candidate> candidates, OptionalInt version) {
    Alias name = new Alias(alias);
    Optional<Tier> tier = name.tier().or(() -> Optional.of(Tier.UTILITY));
    return house
        .get(PutRoute.class)
        .put(actor, name, tier, RouteBody.of(candidates, List.of()), version);
  }

  private static List<AuditEvent> trail(String type, String id) {
    return house
        .get(AuditQueries.class)
        .events(house.admin, AuditFilter.about(type, id), FIRST)
        .items();
  }

  private static Provider provider(String jurisdiction) {
    return house
        .get(RegisterProvider.class)
        .register(house.admin, providerForm(name(), jurisdiction));
  }

  private static ProviderForm providerForm(String name, String jurisdiction) {
    return new ProviderForm(name, jurisdiction, List.of(), Map.of());
  }

  private static Pool pool(Provider provider, String model) {
    return house
        .get(RegisterPool.class)
        .register(house.admin, form(name(), provider.id(), "http://127.0.0.1:8000", model));
  }

  private static PoolForm form(String name, ProviderId provider, String address, String model) {
    return new PoolForm(
        name,
        provider,
        "vllm",
        Dialect.OPENAI,
        List.of(address),
        Optional.empty(),
        Optional.empty(),
        List.of(
            new PoolModelForm(
                model,
                PriceForm.of(NanoUsd.parse("p", "1"), NanoUsd.parse("p", "2")),
                Optional.empty(),
                Optional.empty())));
  }

  private static String name() {
    return "name " + NUMBER.incrementAndGet();
  }

  private static byte[] bytes(String query) throws SQLException {
    try (Connection admin = house.database.admin();
        Statement statement = admin.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      result.next();
      return result.getBytes(1);
    }
  }
}
