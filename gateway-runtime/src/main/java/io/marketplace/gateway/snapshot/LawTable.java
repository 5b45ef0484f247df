package io.marketplace.gateway.snapshot;

import io.marketplace.model.policy.Law;
import io.marketplace.model.policy.PolicyDocument;
import io.marketplace.model.policy.Sensitivity;
import io.marketplace.model.policy.Verdict;
import io.marketplace.model.routing.ProviderId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The law of a tenant's calls with every verdict it can give: all are made when the snapshot is
 * read, so that a call looks them up and allocates nothing. Immutable.
 */
public final class LawTable {

  /** Denies everything: what holds while nobody has written a policy. */
  public static final LawTable NOTHING =
      new LawTable(Law.platform(0, PolicyDocument.NOTHING), List.of());

  private final Law law;
  private final Map<ProviderId, EnumMap<Sensitivity, Verdict>> verdicts = new HashMap<>();
  private final EnumSet<Sensitivity> servable = EnumSet.noneOf(Sensitivity.class);

  /** Decides on each of {@code providers} once. */
  LawTable(Law law, Collection<Provider> providers) {
    this.law = law;
    for (Provider provider : providers) {
      EnumMap<Sensitivity, Verdict> line = new EnumMap<>(Sensitivity.class);
      for (Sensitivity level : Sensitivity.values()) {
        line.put(level, law.decide(level, provider.traits()));
      }
      verdicts.put(provider.id(), line);
    }
    for (Sensitivity level : Sensitivity.values()) {
      if (law.servable(level)) {
        servable.add(level);
      }
    }
  }

  /** Whether data of {@code sensitivity} may go to {@code provider}, and by which rules. */
  public Verdict verdict(Sensitivity sensitivity, Provider provider) {
    EnumMap<Sensitivity, Verdict> line = verdicts.get(provider.id());
    Verdict made = line == null ? null : line.get(sensitivity);
    return made == null ? law.decide(sensitivity, provider.traits()) : made;
  }

  /** Whether some provider could be lawful for such data. */
  public boolean servable(Sensitivity sensitivity) {
    return servable.contains(sensitivity);
  }

  /** The policies and their versions, such as {@code platform policy 3, tenant policy 1}. */
  public String label() {
    return law.label();
  }
}
