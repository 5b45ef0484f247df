package io.marketplace.ui.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.Networks;
import io.marketplace.model.kernel.TeamId;
import io.marketplace.model.keys.KeyId;
import io.marketplace.model.keys.KeyRight;
import io.marketplace.model.keys.KeyScope;
import io.marketplace.model.keys.KeyState;
import io.marketplace.model.keys.KeyView;
import io.marketplace.model.keys.PinnedAttribution;
import io.marketplace.model.keys.SecretId;
import io.marketplace.model.keys.SecretView;
import io.marketplace.model.keys.Suspension;
import io.marketplace.model.policy.Sensitivity;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class KeyWordsTest {

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  private static KeyView key(
      KeyScope scope, boolean subKey, PinnedAttribution pinned, List<SecretView> secrets) {
    return new KeyView(
        KeyId.create(),
        "production",
        ApplicationId.create(),
        "shop",
        TeamId.create(),
        "Payments",
        "Retail",
        KeyState.ACTIVE,
        Sensitivity.INTERNAL,
        scope,
        subKey ? Optional.of(KeyId.create()) : Optional.empty(),
        0,
        pinned,
        Optional.empty(),
        NOW,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        secrets);
  }

  private static SecretView secret(String hint, Optional<Instant> until) {
    return new SecretView(SecretId.create(), hint, NOW, until, Optional.empty(), 0);
  }

  @Test
  void whoMayResumeASuspendedKeyIsSaid() {
    Suspension told = new Suspension("Nadia", KeyRight.TENANT, NOW, Optional.of("looks leaked"));
    assertThat(KeyWords.suspended(told, ZoneOffset.UTC))
        .endsWith(" by Nadia: looks leaked. An approver or an administrator may resume it");
  }

  @Test
  void whatNarrowsAKeyIsNamed() {
    KeyScope open = KeyScope.of(Set.of(Tier.UTILITY));
    assertThat(KeyWords.narrowings(open)).isEmpty();
    KeyScope narrow =
        new KeyScope(
            Set.of(Tier.UTILITY),
            Optional.of(List.of("chat", "code")),
            Optional.empty(),
            Optional.of(List.of("EU")),
            Optional.of(Sensitivity.INTERNAL),
            Optional.of(Networks.of("sourceNetworks", List.of("10.0.0.0/8"))),
            20);
    assertThat(KeyWords.narrowings(narrow))
        .containsEntry("Aliases", "chat, code")
        .containsEntry("Jurisdictions", "EU")
        .containsEntry("From networks", "10.0.0.0/8")
        .containsEntry("Most sensitive data", "internal")
        .containsEntry("Values of a label", "at most 20")
        .doesNotContainKey("Providers");
    assertThat(KeyWords.narrowed(narrow)).startsWith("narrowed: aliases, jurisdictions");
  }

  @Test
  void whomAKeyIsForIsTold() {
    KeyScope scope = KeyScope.of(Set.of(Tier.UTILITY));
    PinnedAttribution both =
        new PinnedAttribution(
            Optional.of("triage"), Optional.empty(), Optional.of("ACME"), Optional.empty());
    assertThat(KeyWords.whose(key(scope, false, PinnedAttribution.NONE, List.of()))).isEmpty();
    assertThat(KeyWords.whose(key(scope, false, both, List.of())))
        .contains("for agent triage, customer ACME");
    assertThat(KeyWords.whose(key(scope, true, both, List.of())))
        .contains("sub-key for agent triage, customer ACME");
  }

  @Test
  void aTimelineHoldsTheSecretsThatWork() {
    KeyView key =
        key(
            KeyScope.of(Set.of(Tier.UTILITY)),
            false,
            PinnedAttribution.NONE,
            List.of(
                secret("new", Optional.empty()),
                secret("old", Optional.of(NOW.plusSeconds(1))),
                secret("ended", Optional.of(NOW))));
    assertThat(RotationTimeline.working(key, NOW))
        .extracting(SecretView::hint)
        .containsExactly("new", "old");
  }

  @Test
  void listsAreTypedAsOneLikes() {
    assertThat(ScopeFields.parts(" \n,; ")).isEmpty();
    assertThat(ScopeFields.parts("10.0.0.0/8\n fd00::/8;192.0.2.7, "))
        .contains(List.of("10.0.0.0/8", "fd00::/8", "192.0.2.7"));
  }
}
