package io.marketplace.db.routing;

import static io.marketplace.db.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.marketplace.db.Enterprise;
import io.marketplace.db.json.Json;
import io.marketplace.model.audit.AuditEvent;
import io.marketplace.model.audit.AuditFilter;
import io.marketplace.model.audit.AuditQueries;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.problem.ProblemCode;
import io.marketplace.model.routing.Alias;
import io.marketplace.model.routing.ArchivePool;
import io.marketplace.model.routing.ArchiveProvider;
import io.marketplace.model.routing.Candidate;
import io.marketplace.model.routing.Dialect;
import io.marketplace.model.routing.Pool;
import io.marketplace.model.routing.PoolForm;
import io.marketplace.model.routing.PoolModel;
import io.marketplace.model.routing.PoolModelForm;
import io.marketplace.model.routing.PriceForm;
import io.marketplace.model.routing.Provider;
import io.marketplace.model.routing.ProviderForm;
import io.marketplace.model.routing.ProviderId;
import io.marketplace.model.routing.PutRoute;
import io.marketplace.model.routing.RegisterPool;
import io.marketplace.model.routing.RegisterProvider;
import io.marketplace.model.routing.RemoveRoute;
import io.marketplace.model.routing.Route;
import io.marketplace.model.routing.RouteBody;
import io.marketplace.model.routing.RoutingQueries;
import io.marketplace.model.routing.UpdatePool;
import io.marketplace.model.routing.UpdateProvider;
import io.marketplace.model.routing.WithdrawModel;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Providers, models and routes that go out of service, on a real database. */
class WithdrawalContractTest {

  private static final PageRequest ALL = PageRequest.first(200);
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
  void aProviderIsArchivedOnceNothingNeedsIt() throws SQLException {
    Provider provider = provider();
    Pool pool = pool(provider, "m");
    Alias alias = alias();
    put(house.admin, alias, pool, "m");
    ArchiveProvider archive = house.get(ArchiveProvider.class);

    assertRefused(ProblemCode.CONFLICT, () -> archive.archive(house.admin, provider.id(), ANY))
        .hasMessageContaining(alias.value());
    house.get(RemoveRoute.class).remove(house.admin, alias, ANY);
    assertRefused(ProblemCode.CONFLICT, () -> archive.archive(house.admin, provider.id(), ANY))
        .hasMessageContaining(pool.name());
    house.get(ArchivePool.class).archive(house.admin, pool.id(), ANY);
    assertRefused(
        ProblemCode.CONFLICT,
        () -> archive.archive(house.admin, provider.id(), OptionalInt.of(provider.version() + 7)));

    Provider archived = archive.archive(house.admin, provider.id(), ANY);
    assertThat(archived.archivedAt()).isPresent();
    assertThat(archive.archive(house.admin, provider.id(), ANY)).isEqualTo(archived);
    assertThat(house.get(RoutingQueries.class).providers(house.admin, ALL).items())
        .extracting(Provider::id)
        .doesNotContain(provider.id());
    assertThat(snapshot().path("providers").findValuesAsText("id"))
        .doesNotContain(provider.id().toString());
    assertRefused(ProblemCode.INVALID_REQUEST, () -> pool(provider, "m"));
    assertThat(actions("provider", provider.id().toString()))
        .containsExactly("provider.archived", "provider.created");

    Provider back =
        house
            .get(UpdateProvider.class)
            .update(house.admin, provider.id(), providerForm(provider.name()), ANY);
    assertThat(back.archivedAt()).isEmpty();
  }

  @Test
  void aModelIsWithdrawnOnceNoRouteNamesIt() throws SQLException {
    Provider provider = provider();
    Pool pool = pool(provider, "kept", "gone/for good");
    Alias alias = alias();
    WithdrawModel withdraw = house.get(WithdrawModel.class);
    put(house.admin, alias, pool, "gone/for good");

    assertRefused(
            ProblemCode.CONFLICT,
            () -> withdraw.withdraw(house.admin, pool.id(), "gone/for good", ANY))
        .hasMessageContaining(alias.value());
    put(house.admin, alias, pool, "kept");
    assertRefused(
        ProblemCode.CONFLICT,
        () ->
            withdraw.withdraw(
                house.admin, pool.id(), "gone/for good", OptionalInt.of(pool.version() + 1)));
    Pool after =
        withdraw.withdraw(house.admin, pool.id(), "gone/for good", OptionalInt.of(pool.version()));

    assertThat(after.models()).extracting(PoolModel::name).containsExactly("kept");
    assertThat(after.version()).isEqualTo(pool.version() + 1);
    assertThat(snapshot().path("pools").findValuesAsText("name")).doesNotContain("gone/for good");
    assertRefused(
        ProblemCode.NOT_FOUND,
        () -> withdraw.withdraw(house.admin, pool.id(), "gone/for good", ANY));
    assertRefused(
        ProblemCode.INVALID_REQUEST, () -> put(house.admin, alias, pool, "gone/for good"));
    house.get(RemoveRoute.class).remove(house.admin, alias, ANY);
    assertRefused(
            ProblemCode.CONFLICT, () -> withdraw.withdraw(house.admin, pool.id(), "kept", ANY))
        .hasMessageContaining("archive the pool");
    assertThat(actions("pool", pool.id().toString()))
        .containsExactly("pool.model_withdrawn", "pool.created");
    assertThat(house.get(RoutingQueries.class).prices(house.admin, pool.id(), "gone/for good", ALL))
        .satisfies(prices -> assertThat(prices.items()).hasSize(1));

    Pool again =
        house
            .get(UpdatePool.class)
            .update(house.admin, pool.id(), form(pool.name(), provider.id(), "gone/for good"), ANY);
    assertThat(again.models()).extracting(PoolModel::name).contains("gone/for good");
  }

  @Test
  void aTenantsOwnRouteGivesWayToThePlatforms() throws SQLException {
    Pool platforms = pool(provider(), "m");
    Pool tenants = pool(provider(), "m");
    Alias alias = alias();
    RemoveRoute remove = house.get(RemoveRoute.class);
    put(house.admin, alias, platforms, "m");
    assertRefused(ProblemCode.MODEL_NOT_FOUND, () -> remove.remove(house.approver, alias, ANY));
    Route own = put(house.approver, alias, tenants, "m");
    assertRefused(
        ProblemCode.MODEL_NOT_FOUND, () -> remove.remove(house.otherApprover, alias, ANY));
    assertRefused(
        ProblemCode.CONFLICT,
        () -> remove.remove(house.approver, alias, OptionalInt.of(own.version() + 1)));

    Route removed = remove.remove(house.approver, alias, OptionalInt.of(own.version()));

    assertThat(removed.removed()).isTrue();
    assertThat(removed.version()).isEqualTo(2);
    assertThat(pool(house.developer, alias)).isEqualTo(platforms.id().toString());
    assertThat(inSnapshot(alias))
        .singleElement()
        .satisfies(route -> assertThat(route.path("tenantId").isNull()).isTrue());
    assertRefused(ProblemCode.MODEL_NOT_FOUND, () -> remove.remove(house.approver, alias, ANY));
    Route anew = put(house.approver, alias, tenants, "m");
    assertThat(anew.version()).isEqualTo(3);
    assertThat(pool(house.developer, alias)).isEqualTo(tenants.id().toString());
    assertThat(house.get(RoutingQueries.class).versions(house.developer, alias, ALL).items())
        .filteredOn(route -> route.tenant().isPresent())
        .extracting(Route::removed)
        .containsExactly(false, true, false);
  }

  @Test
  void withoutThePlatformsRouteTheAliasIsUnknown() throws SQLException {
    Alias alias = alias();
    put(house.admin, alias, pool(provider(), "m"), "m");
    assertRefused(
        ProblemCode.FORBIDDEN,
        () -> house.get(RemoveRoute.class).remove(house.developer, alias, ANY));

    house.get(RemoveRoute.class).remove(house.admin, alias, ANY);

    assertRefused(
        ProblemCode.MODEL_NOT_FOUND,
        () -> house.get(RoutingQueries.class).route(house.developer, alias));
    assertThat(house.get(RoutingQueries.class).routes(house.developer, ALL).items())
        .extracting(Route::alias)
        .doesNotContain(alias);
    assertThat(inSnapshot(alias)).isEmpty();
    assertThat(actions("route", alias.value())).containsExactly("route.removed", "route.put");
  }

  private static String pool(Actor actor, Alias alias) {
    Route route = house.get(RoutingQueries.class).route(actor, alias);
    return route.body().candidates().getFirst().poolId().toString();
  }

  private static List<String> actions(String type, String id) {
    return house
        .get(AuditQueries.class)
        .events(house.admin, AuditFilter.about(type, id), ALL)
        .items()
        .stream()
        .map(AuditEvent::action)
        .toList();
  }

  private static List<JsonNode> inSnapshot(Alias alias) throws SQLException {
    return snapshot().path("routes").findParents("alias").stream()
        .filter(route -> route.path("alias").asText().equals(alias.value()))
        .toList();
  }

  private static JsonNode snapshot() throws SQLException {
    return Json.read(house.database.snapshot());
  }

  private static Route put(Actor actor, Alias alias, Pool pool, String model) {
    return house
        .get(PutRoute.class)
        .put(
            actor,
            alias,
            Optional.of(Tier.UTILITY),
            RouteBody.of(List.of(new Candidate(pool.id(), model, 1)), List.of()),
            ANY);
  }

  private static Alias alias() {
    return new Alias("withdrawal-" + NUMBER.incrementAndGet());
  }

  private static Provider provider() {
    return house
        .get(RegisterProvider.class)
        .register(house.admin, providerForm("provider " + NUMBER.incrementAndGet()));
  }

  private static ProviderForm providerForm(String name) {
    return new ProviderForm(name, "EU", List.of(), Map.of());
  }

  private static Pool pool(Provider provider, String... models) {
    return house
        .get(RegisterPool.class)
        .register(house.admin, form("pool " + NUMBER.incrementAndGet(), provider.id(), models));
  }

  private static PoolForm form(String name, ProviderId provider, String... models) {
    PriceForm price = PriceForm.of(NanoUsd.parse("p", "1"), NanoUsd.parse("p", "2"));
    return new PoolForm(
        name,
        provider,
        "vllm",
        Dialect.OPENAI,
        List.of("http://127.0.0.1:8000"),
        Optional.empty(),
        Optional.empty(),
        Stream.of(models)
            .map(model -> new PoolModelForm(model, price, Optional.empty(), Optional.empty()))
            .toList());
  }
}
