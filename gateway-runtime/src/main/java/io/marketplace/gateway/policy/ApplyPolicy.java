package io.marketplace.gateway.policy;

import io.marketplace.gateway.line.Answer;
import io.marketplace.gateway.line.GatewayCall;
import io.marketplace.gateway.line.Next;
import io.marketplace.gateway.line.Step;
import io.marketplace.gateway.problem.GatewayProblem;
import io.marketplace.gateway.snapshot.Candidate;
import io.marketplace.gateway.snapshot.KeyEntry;
import io.marketplace.gateway.snapshot.PolicyRules;
import io.marketplace.gateway.snapshot.Provider;
import io.marketplace.model.policy.Sensitivity;
import io.marketplace.model.problem.ProblemCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Leaves only the candidates that are lawful for the call's data: the provider's jurisdiction must
 * be allowed for the sensitivity by the tenant's policy (what no rule allows is denied) and both
 * provider and jurisdiction by the key.
 */
public final class ApplyPolicy implements Step {
  private static final String STEP = "policy/ApplyPolicy";

  private final Supplier<Duration> snapshotAge;
  private final StalenessLimits limits;

  public ApplyPolicy(Supplier<Duration> snapshotAge, StalenessLimits limits) {
    this.snapshotAge = snapshotAge;
    this.limits = limits;
  }

  @Override
  public Answer apply(GatewayCall call, Next next) {
    KeyEntry key = call.key();
    Sensitivity sensitivity = sensitivity(call);
    if (!key.bounds().admits(sensitivity)) {
      throw new GatewayProblem(
          ProblemCode.POLICY_DENIED,
          "This key may not be used for " + sensitivity.code() + " data.");
    }
    if (snapshotAge.get().compareTo(limits.of(sensitivity)) > 0) {
      throw new GatewayProblem(
          ProblemCode.SNAPSHOT_STALE,
          "The gateway's configuration is too old for "
              + sensitivity.code()
              + " data. Try again later.");
    }
    PolicyRules rules = call.snapshot().policy(key.owner().tenant());
    Set<String> lawful = rules.jurisdictions(sensitivity);
    if (lawful.isEmpty()) {
      throw new GatewayProblem(
          ProblemCode.POLICY_DENIED,
          "No rule of the policy (version "
              + rules.version()
              + ") allows "
              + sensitivity.code()
              + " data anywhere.");
    }
    List<List<Candidate>> groups = new ArrayList<>();
    Set<String> reasons = new TreeSet<>();
    int kept = 0;
    int removed = 0;
    for (List<Candidate> group : call.candidates()) {
      List<Candidate> left = new ArrayList<>(group.size());
      for (Candidate candidate : group) {
        String obstacle = obstacle(candidate.pool().provider(), key, lawful, sensitivity);
        if (obstacle == null) {
          left.add(candidate);
          kept++;
        } else {
          reasons.add(obstacle);
          removed++;
          call.trace().add(STEP, "excluded", "candidate", candidate.label(), "rule", obstacle);
        }
      }
      if (!left.isEmpty()) {
        groups.add(left);
      }
    }
    if (kept == 0 && removed > 0) {
      throw new GatewayProblem(
          ProblemCode.NO_LAWFUL_ROUTE,
          "No route of this alias is lawful for this call: " + String.join("; ", reasons) + ".",
          "model");
    }
    call.trace()
        .add(
            STEP,
            "lawful",
            "sensitivity",
            sensitivity.code(),
            "policyVersion",
            Integer.toString(rules.version()),
            "candidates",
            Integer.toString(kept),
            "excluded",
            Integer.toString(removed));
    return next.proceed(call.withSensitivity(sensitivity).withCandidates(groups));
  }

  /**
   * The key's own, or what the header raises it to; a header that would lower it changes nothing.
   */
  private static Sensitivity sensitivity(GatewayCall call) {
    Sensitivity own = call.key().sensitivity();
    String asked = call.headers().first("Marketplace-Sensitivity");
    if (asked == null) {
      return own;
    }
    Sensitivity raised =
        Sensitivity.parse("Marketplace-Sensitivity", asked.strip().toLowerCase(Locale.ROOT));
    return raised.atLeast(own) ? raised : own;
  }

  private static @Nullable String obstacle(
      Provider provider, KeyEntry key, Set<String> lawful, Sensitivity sensitivity) {
    String jurisdiction = provider.jurisdiction().toLowerCase(Locale.ROOT);
    if (!lawful.contains(jurisdiction)) {
      return "the policy denies " + sensitivity.code() + " data to " + provider.jurisdiction();
    }
    Set<String> keyPlaces = key.jurisdictions();
    if (keyPlaces != null && !keyPlaces.contains(jurisdiction)) {
      return "the key denies the jurisdiction " + provider.jurisdiction();
    }
    Set<String> keyProviders = key.providers();
    if (keyProviders != null
        && !keyProviders.contains(provider.name().toLowerCase(Locale.ROOT))
        && !keyProviders.contains(provider.id().toString())) {
      return "the key denies the provider " + provider.name();
    }
    return null;
  }
}
