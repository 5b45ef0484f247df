package io.marketplace.model.keys;

import io.marketplace.model.audit.Facts;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.Networks;
import io.marketplace.model.policy.Sensitivity;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A {@link KeyScope} in the columns of its key. */
@Embeddable
public class ScopeColumns {

  @Column(name = "tiers")
  private String[] tiers;

  @Column(name = "aliases")
  private String @Nullable [] aliases;

  @Column(name = "providers")
  private String @Nullable [] providers;

  @Column(name = "jurisdictions")
  private String @Nullable [] jurisdictions;

  @Column(name = "highest_sensitivity")
  private @Nullable String highestSensitivity;

  @Column(name = "source_networks")
  private String @Nullable [] sourceNetworks;

  @Column(name = "label_values_max")
  private int labelValuesMax;

  /** For the persistence provider. */
  protected ScopeColumns() {}

  ScopeColumns(KeyScope scope) {
    tiers = scope.tiers().stream().sorted().map(Tier::code).toArray(String[]::new);
    aliases = array(scope.aliases());
    providers = array(scope.providers());
    jurisdictions = array(scope.jurisdictions());
    highestSensitivity = scope.highest().map(Sensitivity::code).orElse(null);
    sourceNetworks = array(scope.networks().map(Networks::texts));
    labelValuesMax = scope.labelValues();
  }

  KeyScope value() {
    return new KeyScope(
        Arrays.stream(tiers).map(code -> Tier.of(code).orElseThrow()).collect(Collectors.toSet()),
        list(aliases),
        list(providers),
        list(jurisdictions),
        Optional.ofNullable(highestSensitivity).map(code -> Sensitivity.of(code).orElseThrow()),
        list(sourceNetworks).map(Networks::stored),
        labelValuesMax);
  }

  /** {@code facts} and what the key reaches. */
  Facts after(Facts facts) {
    return facts
        .with("tiers", String.join(", ", tiers))
        .with("aliases", joined(aliases))
        .with("highestSensitivity", highestSensitivity)
        .with("sourceNetworks", joined(sourceNetworks))
        .with("labelValuesMax", labelValuesMax)
        .with("providers", joined(providers))
        .with("jurisdictions", joined(jurisdictions));
  }

  private static String @Nullable [] array(Optional<List<String>> names) {
    return names.map(list -> list.toArray(String[]::new)).orElse(null);
  }

  private static Optional<List<String>> list(String @Nullable [] names) {
    return Optional.ofNullable(names).map(List::of);
  }

  private static Optional<String> joined(String @Nullable [] names) {
    return names == null ? Optional.empty() : Optional.of(String.join(", ", List.of(names)));
  }
}
