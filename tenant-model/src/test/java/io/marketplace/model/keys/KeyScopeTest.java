package io.marketplace.model.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.Networks;
import io.marketplace.model.policy.Sensitivity;
import io.marketplace.model.problem.MarketplaceException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class KeyScopeTest {

  private static final KeyScope OPEN = KeyScope.of(Set.of(Tier.UTILITY, Tier.CODE));

  private static final KeyScope NARROW =
      new KeyScope(
          Set.of(Tier.UTILITY),
          Optional.of(List.of("utility", "chat")),
          Optional.of(List.of("Local models")),
          Optional.of(List.of("EU", "on-premises")),
          Optional.of(Sensitivity.INTERNAL),
          networks("10.0.0.0/8"),
          100);

  private static Optional<Networks> networks(String... texts) {
    return Optional.of(Networks.of("sourceNetworks", List.of(texts)));
  }

  private static KeyScope like(
      Set<Tier> tiers, List<String> aliases, List<String> providers, List<String> jurisdictions) {
    return new KeyScope(
        tiers,
        Optional.of(aliases),
        Optional.of(providers),
        Optional.of(jurisdictions),
        NARROW.highest(),
        NARROW.networks(),
        NARROW.labelValues());
  }

  @Test
  void aScopeIsNotWiderThanItselfOrThanAnOpenOne() {
    assertThat(NARROW.widerThan(NARROW)).isEmpty();
    assertThat(NARROW.widerThan(OPEN)).isEmpty();
    assertThat(OPEN.widerThan(OPEN)).isEmpty();
    assertThat(
            like(Set.of(Tier.UTILITY), List.of("chat"), List.of("LOCAL MODELS"), List.of("eu"))
                .widerThan(NARROW))
        .isEmpty();
  }

  @Test
  void eachPartThatReachesFurtherIsNamed() {
    List<String> aliases = List.of("chat");
    List<String> providers = List.of("Local models");
    List<String> places = List.of("EU");
    assertThat(like(Set.of(Tier.CODE), aliases, providers, places).widerThan(NARROW))
        .contains("tiers");
    assertThat(
            like(Set.of(Tier.UTILITY), List.of("chat", "other"), providers, places)
                .widerThan(NARROW))
        .contains("aliases");
    assertThat(like(Set.of(Tier.UTILITY), aliases, List.of("Elsewhere"), places).widerThan(NARROW))
        .contains("providers");
    assertThat(
            like(Set.of(Tier.UTILITY), aliases, providers, List.of("EU", "US")).widerThan(NARROW))
        .contains("jurisdictions");
    assertThat(rest(Optional.of(Sensitivity.CONFIDENTIAL), NARROW.networks(), 100))
        .contains("highestSensitivity");
    assertThat(rest(NARROW.highest(), networks("10.0.0.0/7"), 100)).contains("sourceNetworks");
    assertThat(rest(NARROW.highest(), networks("10.1.1.1", "::1"), 100)).contains("sourceNetworks");
    assertThat(rest(NARROW.highest(), NARROW.networks(), 101)).contains("labelValuesMax");
  }

  @Test
  void leavingOutWhatTheParentNarrowsIsWider() {
    assertThat(KeyScope.of(Set.of(Tier.UTILITY)).widerThan(NARROW)).contains("aliases");
    assertThat(rest(Optional.empty(), NARROW.networks(), 100)).contains("highestSensitivity");
    assertThat(rest(NARROW.highest(), Optional.empty(), 100)).contains("sourceNetworks");
  }

  private static Optional<String> rest(
      Optional<Sensitivity> highest, Optional<Networks> networks, int labels) {
    return new KeyScope(
            NARROW.tiers(),
            NARROW.aliases(),
            NARROW.providers(),
            NARROW.jurisdictions(),
            highest,
            networks,
            labels)
        .widerThan(NARROW);
  }

  @Test
  void absurdScopesAreRefused() {
    assertThatThrownBy(() -> KeyScope.of(Set.of())).isInstanceOf(MarketplaceException.class);
    for (List<String> aliases :
        List.of(List.<String>of(), List.of("No Such"), List.of(""), Collections.nCopies(51, "a"))) {
      assertThatThrownBy(() -> like(Set.of(Tier.UTILITY), aliases, List.of("a"), List.of("EU")))
          .isInstanceOfSatisfying(
              MarketplaceException.class,
              refused -> assertThat(refused.field()).contains("aliases"));
    }
    for (int labels : new int[] {0, -1, 100_001}) {
      assertThatThrownBy(() -> rest(NARROW.highest(), NARROW.networks(), labels))
          .isInstanceOf(MarketplaceException.class);
    }
    assertThatThrownBy(() -> rest(NARROW.highest(), networks(), 1))
        .isInstanceOf(MarketplaceException.class);
  }
}
