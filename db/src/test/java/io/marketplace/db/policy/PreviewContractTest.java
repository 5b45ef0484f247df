package io.marketplace.db.policy;

import static io.marketplace.db.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.marketplace.db.Enterprise;
import io.marketplace.db.metering.LedgerRows;
import io.marketplace.model.access.AdviseAccess;
import io.marketplace.model.access.PolicyEffect;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.kernel.TeamId;
import io.marketplace.model.keys.KeyId;
import io.marketplace.model.metering.Attribution;
import io.marketplace.model.metering.CallId;
import io.marketplace.model.metering.CallOwner;
import io.marketplace.model.metering.ServedBy;
import io.marketplace.model.metering.TokenCount;
import io.marketplace.model.metering.UsageRow;
import io.marketplace.model.policy.DecidePolicy;
import io.marketplace.model.policy.PolicyDocument;
import io.marketplace.model.policy.PolicyPreview;
import io.marketplace.model.policy.PolicyPreview.Effect;
import io.marketplace.model.policy.PolicyRule;
import io.marketplace.model.policy.PreviewPolicy;
import io.marketplace.model.policy.PutPolicy;
import io.marketplace.model.policy.Sensitivity;
import io.marketplace.model.problem.ProblemCode;
import io.marketplace.model.routing.Alias;
import io.marketplace.model.routing.CacheRule;
import io.marketplace.model.routing.Candidate;
import io.marketplace.model.routing.Dialect;
import io.marketplace.model.routing.PoolForm;
import io.marketplace.model.routing.PoolId;
import io.marketplace.model.routing.PoolModelForm;
import io.marketplace.model.routing.PriceForm;
import io.marketplace.model.routing.ProviderForm;
import io.marketplace.model.routing.ProviderId;
import io.marketplace.model.routing.PutRoute;
import io.marketplace.model.routing.RegisterPool;
import io.marketplace.model.routing.RegisterProvider;
import io.marketplace.model.routing.RouteBody;
import io.marketplace.model.routing.Timeouts;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Previews, explanations and effects on a real database with traffic and routes. */
class PreviewContractTest {

  /** Public data to the States, restricted data to Europe: the other way round than by default. */
  private static final PolicyDocument TURNED =
      PolicyDocument.of(
          List.of(
              PolicyRule.allow(Sensitivity.PUBLIC, List.of("US")),
              PolicyRule.allow(Sensitivity.RESTRICTED, List.of("EU"))));

  private Enterprise house;
  private ProviderId euro;
  private ProviderId states;
  private PoolId inEurope;
  private PoolId overseas;
  private ApplicationId application;

  @BeforeEach
  void open() throws SQLException {
    house = new Enterprise();
    euro = provider("Euro", "EU");
    states = provider("States", "US");
    inEurope = pool("in-europe", euro);
    overseas = pool("overseas", states);
    route("utility", inEurope, overseas);
    route("code", inEurope);
    application = house.application("Chat");
  }

  @AfterEach
  void close() throws SQLException {
    house.close();
  }

  private ProviderId provider(String name, String jurisdiction) {
    return house
        .get(RegisterProvider.class)
        .register(
            house.admin, new ProviderForm(name, jurisdiction, List.of(jurisdiction), Map.of()))
        .id();
  }

  private PoolId pool(String name, ProviderId provider) {
    PriceForm price = PriceForm.of(NanoUsd.parse("price", "0.10"), NanoUsd.parse("price", "0.40"));
    PoolModelForm model = new PoolModelForm("m", price, Optional.empty(), Optional.empty());
    return house
        .get(RegisterPool.class)
        .register(
            house.admin,
            new PoolForm(
                name,
                provider,
                "mock",
                Dialect.OPENAI,
                List.of("http://127.0.0.1:9/v1"),
                Optional.empty(),
                Optional.empty(),
                List.of(model)))
        .id();
  }

  private void route(String alias, PoolId first, PoolId... then) {
    house
        .get(PutRoute.class)
        .put(
            house.admin,
            Alias.parse("alias", alias),
            Optional.empty(),
            new RouteBody(
                List.of(new Candidate(first, "m", 1)),
                Arrays.stream(then).map(pool -> List.of(new Candidate(pool, "m", 1))).toList(),
                Timeouts.DEFAULT,
                CacheRule.OFF,
                Optional.empty()),
            OptionalInt.empty());
  }

  private CallId answered(String alias, PoolId pool, ProviderId provider, Instant at) {
    UsageRow row =
        LedgerRows.row(
            new CallOwner(house.retail, TeamId.create(), application, KeyId.create()),
            alias,
            Sensitivity.PUBLIC,
            Attribution.NONE,
            new ServedBy(pool, provider, "m", null),
            TokenCount.ZERO,
            at,
            0);
    new LedgerRows(house).write(row);
    return row.call();
  }

  private void refused(String outcome, String steps) throws SQLException {
    try (Connection admin = house.database.admin();
        PreparedStatement insert =
            admin.prepareStatement(
                """
                insert into call_trace (request_id, started_at, tenant_id, application_id, status,
                  outcome, trace)
                values (gen_random_uuid(), ?, ?, ?, 403, ?, ?::jsonb)
                """)) {
      insert.setObject(1, Instant.now().atOffset(ZoneOffset.UTC));
      insert.setObject(2, house.retail.value());
      insert.setObject(3, application.value());
      insert.setString(4, outcome);
      insert.setString(5, "{\"alias\":\"utility\",\"steps\":[" + steps + "]}");
      insert.executeUpdate();
    }
  }

  private PolicyPreview preview(Actor actor, PolicyDocument document) {
    return house.get(PreviewPolicy.class).preview(actor, document);
  }

  @Test
  void lastWeeksCallsAreCountedByWhatTheyWouldHaveMet() throws SQLException {
    Instant now = Instant.now();
    CallId latest = answered("utility", inEurope, euro, now);
    answered("utility", inEurope, euro, now.minus(Duration.ofDays(1)));
    answered("utility", inEurope, euro, now.minus(Duration.ofDays(8)));
    answered("utility", overseas, states, now);
    answered("code", inEurope, euro, now);
    refused(
        "no_lawful_route",
        "{\"step\":\"policy/ApplyPolicy\",\"decision\":\"denied\",\"facts\":{\"sensitivity\":\"restricted\"}}");
    // refused by something else than the law
    refused(
        "policy_denied", "{\"step\":\"guard/ScreenPrompt\",\"decision\":\"denied\",\"facts\":{}}");

    PolicyPreview preview = preview(house.admin, TURNED);

    assertThat(preview.calls()).isEqualTo(5);
    assertThat(preview.changes())
        .extracting(
            change -> change.effect(),
            change -> change.group().alias(),
            change -> change.group().applicationName(),
            change -> change.group().calls())
        .containsExactly(
            tuple(Effect.DENIED, "code", "Chat", 1L),
            tuple(Effect.MOVED, "utility", "Chat", 2L),
            tuple(Effect.ALLOWED, "utility", "Chat", 1L));
    assertThat(preview.changes().get(1).group().examples()).hasSize(2).startsWith(latest);
    assertThat(preview.denied()).isEqualTo(1);
    assertThat(preview.moved()).isEqualTo(2);
    assertThat(preview.allowed()).isEqualTo(1);
  }

  @Test
  void aTenantSeesItsOwnCallsAloneAndWritersAloneSeeAny() throws SQLException {
    answered("code", inEurope, euro, Instant.now());

    assertThat(preview(house.approver, PolicyDocument.NOTHING).denied()).isEqualTo(1);
    assertThat(preview(house.otherApprover, PolicyDocument.NOTHING).calls()).isZero();
    assertRefused(ProblemCode.FORBIDDEN, () -> preview(house.developer, PolicyDocument.NOTHING));
    assertRefused(
        ProblemCode.INVALID_REQUEST,
        () ->
            preview(
                house.admin,
                PolicyDocument.of(List.of(PolicyRule.allow(Sensitivity.PUBLIC, List.of("Mars"))))));
  }

  @Test
  void approversAndExplainTellTheSame() {
    house.get(PutPolicy.class).put(house.admin, TURNED, "", OptionalInt.of(1));
    DecidePolicy.Explanation explained =
        house
            .get(DecidePolicy.class)
            .decide(
                house.developer,
                new DecidePolicy.Question(
                    Sensitivity.PUBLIC,
                    Optional.of("utility"),
                    Optional.empty(),
                    Optional.empty()));

    assertThat(explained.hops())
        .extracting(hop -> hop.hop().pool(), hop -> hop.verdict().lawful())
        .containsExactly(tuple("in-europe", false), tuple("overseas", true));
    PolicyEffect effect =
        house
            .get(AdviseAccess.class)
            .advise(
                house.developer,
                application,
                Enterprise.terms(Tier.UTILITY, Sensitivity.PUBLIC, "50"))
            .policy();
    assertThat(effect.jurisdictions()).containsExactly("US");
    assertThat(effect.providers())
        .extracting(provider -> provider.name(), provider -> provider.lawful())
        .containsExactly(tuple("Euro", false), tuple("States", true));
  }
}
