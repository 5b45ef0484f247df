package io.marketplace.model.policy;

import static io.marketplace.model.policy.PolicyTest.CELLAR;
import static io.marketplace.model.policy.PolicyTest.EURO;
import static io.marketplace.model.policy.PolicyTest.STATES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.metering.CallId;
import io.marketplace.model.policy.PolicyPreview.Effect;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PreviewSumTest {

  private static final TenantId TENANT = TenantId.create();
  private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
  private static final Law LAW = law("EU", "US");

  private static final Map<String, List<PolicyHop>> ROUTES =
      Map.of(
          "both", List.of(hop(STATES), hop(EURO)),
          "states", List.of(hop(STATES)),
          "cellar", List.of(hop(CELLAR)));

  private static Law law(String... places) {
    return Law.platform(
        1, PolicyDocument.of(List.of(PolicyRule.allow(Sensitivity.INTERNAL, List.of(places)))));
  }

  private static PolicyHop hop(ProviderTraits provider) {
    return new PolicyHop("pool of " + provider.name(), "m", provider);
  }

  private static TrafficGroup group(
      String alias, Optional<ProviderTraits> provider, boolean refused, long calls) {
    return new TrafficGroup(
        TENANT,
        ApplicationId.create(),
        "App",
        alias,
        Sensitivity.INTERNAL,
        provider,
        refused,
        calls,
        List.of(CallId.create()));
  }

  private static PolicyPreview preview(Law next, TrafficGroup... groups) {
    return new PreviewSum(
            tenant -> new PreviewSum.Laws(LAW, next),
            (tenant, alias) -> ROUTES.getOrDefault(alias, List.of()))
        .of(NOW.minusSeconds(60), NOW, List.of(groups));
  }

  @Test
  void callsAreDeniedMovedOrAllowed() {
    PolicyPreview preview =
        preview(
            law("EU", "on-premises"),
            group("both", Optional.of(EURO), false, 100),
            group("both", Optional.of(STATES), false, 30),
            group("states", Optional.of(STATES), false, 20),
            group("states", Optional.empty(), false, 4),
            group("cellar", Optional.empty(), true, 7),
            group("gone", Optional.empty(), true, 1));

    assertThat(preview.calls()).isEqualTo(162);
    assertThat(preview.denied()).isEqualTo(24);
    assertThat(preview.moved()).isEqualTo(30);
    assertThat(preview.allowed()).isEqualTo(7);
    assertThat(preview.changes())
        .extracting(change -> change.effect(), change -> change.group().calls())
        .containsExactly(
            tuple(Effect.DENIED, 20L),
            tuple(Effect.DENIED, 4L),
            tuple(Effect.MOVED, 30L),
            tuple(Effect.ALLOWED, 7L));
    assertThat(preview.changes().getFirst().why()).contains("no rule");
    assertThat(preview.changes().getLast().why()).contains("allow-internal");
  }

  @Test
  void aPolicyThatChangesNothingMeetsNothing() {
    PolicyPreview preview =
        preview(
            LAW,
            group("both", Optional.of(EURO), false, 5),
            group("cellar", Optional.empty(), true, 5));
    assertThat(preview.changes()).isEmpty();
    assertThat(preview.denied() + preview.moved() + preview.allowed()).isZero();
  }
}
