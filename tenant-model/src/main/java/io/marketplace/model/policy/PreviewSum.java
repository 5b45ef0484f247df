package io.marketplace.model.policy;

import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.policy.PolicyPreview.Change;
import io.marketplace.model.policy.PolicyPreview.Effect;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Compares two laws on groups of calls; asks for each tenant's laws and each route once. */
final class PreviewSum {

  private static final int MAX_CHANGES = 50;

  /** The law of a tenant's calls as it is and as it would be. */
  record Laws(Law now, Law next) {}

  /** What a law makes of calls: their provider answers, another one does, or nobody may. */
  private enum Standing {
    SAME,
    ELSEWHERE,
    REFUSED
  }

  private record Alias(TenantId tenant, String name) {}

  private final Function<TenantId, Laws> laws;
  private final BiFunction<TenantId, String, List<PolicyHop>> hops;
  private final Map<TenantId, Laws> knownLaws = new HashMap<>();
  private final Map<Alias, List<PolicyHop>> knownHops = new HashMap<>();

  PreviewSum(Function<TenantId, Laws> laws, BiFunction<TenantId, String, List<PolicyHop>> hops) {
    this.laws = laws;
    this.hops = hops;
  }

  PolicyPreview of(Instant from, Instant until, List<TrafficGroup> groups) {
    long calls = 0;
    Map<Effect, Long> sums = new EnumMap<>(Effect.class);
    List<Change> changes = new ArrayList<>();
    for (TrafficGroup group : groups) {
      calls += group.calls();
      Optional<Change> change = change(group);
      if (change.isPresent()) {
        sums.merge(change.get().effect(), group.calls(), Long::sum);
        changes.add(change.get());
      }
    }
    changes.sort(
        Comparator.comparing((Change change) -> change.effect())
            .thenComparing(change -> change.group().calls(), Comparator.reverseOrder()));
    return new PolicyPreview(
        from,
        until,
        calls,
        sums.getOrDefault(Effect.DENIED, 0L),
        sums.getOrDefault(Effect.MOVED, 0L),
        sums.getOrDefault(Effect.ALLOWED, 0L),
        changes.subList(0, Math.min(MAX_CHANGES, changes.size())));
  }

  private Optional<Change> change(TrafficGroup group) {
    Laws both = knownLaws.computeIfAbsent(group.tenant(), laws);
    Standing now = standing(both.now(), group);
    Standing next = standing(both.next(), group);
    if (now == next) {
      return Optional.empty();
    }
    if (next == Standing.REFUSED) {
      return Optional.of(new Change(group, Effect.DENIED, why(both.next(), group)));
    }
    if (now == Standing.REFUSED) {
      return Optional.of(new Change(group, Effect.ALLOWED, why(both.next(), group)));
    }
    return next == Standing.ELSEWHERE
        ? Optional.of(new Change(group, Effect.MOVED, why(both.next(), group)))
        : Optional.empty();
  }

  private Standing standing(Law law, TrafficGroup group) {
    boolean same =
        group.provider().isPresent()
            && law.decide(group.sensitivity(), group.provider().get()).lawful();
    if (same) {
      return Standing.SAME;
    }
    boolean somewhere =
        hopsOf(group).stream()
            .anyMatch(hop -> law.decide(group.sensitivity(), hop.provider()).lawful());
    if (!somewhere) {
      return Standing.REFUSED;
    }
    return group.provider().isPresent() ? Standing.ELSEWHERE : Standing.SAME;
  }

  private List<PolicyHop> hopsOf(TrafficGroup group) {
    return knownHops.computeIfAbsent(
        new Alias(group.tenant(), group.alias()),
        alias -> hops.apply(alias.tenant(), alias.name()));
  }

  private String why(Law law, TrafficGroup group) {
    if (group.provider().isPresent()) {
      return law.decide(group.sensitivity(), group.provider().get()).why();
    }
    return hopsOf(group).stream()
        .map(hop -> law.decide(group.sensitivity(), hop.provider()))
        .sorted(Comparator.comparing(Verdict::lawful).reversed())
        .map(Verdict::why)
        .findFirst()
        .orElse("");
  }
}
