package io.marketplace.gateway.policy;

import io.marketplace.gateway.audit.CallLabels;
import io.marketplace.gateway.line.Answer;
import io.marketplace.gateway.line.GatewayCall;
import io.marketplace.gateway.line.Next;
import io.marketplace.gateway.line.Step;
import io.marketplace.gateway.problem.GatewayProblem;
import io.marketplace.gateway.snapshot.Candidate;
import io.marketplace.gateway.snapshot.Grant;
import io.marketplace.gateway.snapshot.KeyEntry;
import io.marketplace.gateway.snapshot.LawTable;
import io.marketplace.gateway.snapshot.Provider;
import io.marketplace.model.policy.Sensitivity;
import io.marketplace.model.policy.Verdict;
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
 * Leaves only the candidates that are lawful for the call's data: by the platform's policy and the
 * tenant's (what no rule allows is denied), and by the key's own limits. The trace tells of every
 * candidate which rule of which version decided.
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
    LawTable law = call.snapshot().law(key.owner().tenant());
    if (!law.servable(sensitivity)) {
      denied(call, sensitivity);
      throw new GatewayProblem(
          ProblemCode.POLICY_DENIED,
          "No rule allows " + sensitivity.code() + " data anywhere: " + law.label() + ".");
    }
    List<List<Candidate>> lawful = lawful(call, law, sensitivity);
    call.trace().add(STEP, "lawful", "sensitivity", sensitivity.code(), "law", law.label());
    return next.proceed(call.withSensitivity(sensitivity).withCandidates(lawful));
  }

  /** The preview of policies counts refusals by this entry. */
  private static void denied(GatewayCall call, Sensitivity sensitivity) {
    call.trace().add(STEP, "denied", "sensitivity", sensitivity.code());
  }

  private static List<List<Candidate>> lawful(
      GatewayCall call, LawTable law, Sensitivity sensitivity) {
    Set<String> reasons = Set.of();
    List<List<Candidate>> groups = new ArrayList<>(call.candidates().size());
    for (List<Candidate> group : call.candidates()) {
      List<Candidate> left = new ArrayList<>(group.size());
      for (Candidate candidate : group) {
        Provider provider = candidate.pool().provider();
        Verdict verdict = law.verdict(sensitivity, provider);
        String obstacle = verdict.lawful() ? obstacle(provider, call.key()) : verdict.why();
        String label = candidate.label();
        if (obstacle == null) {
          left.add(candidate);
          call.trace().add(STEP, "allowed", "candidate", label, "rule", verdict.rules());
        } else {
          call.trace()
              .add(STEP, "excluded", "candidate", label, "rule", verdict.rules(), "why", obstacle);
          reasons = reasons.isEmpty() ? new TreeSet<>() : reasons;
          reasons.add(obstacle);
        }
      }
      if (!left.isEmpty()) {
        groups.add(left.size() == group.size() ? group : left);
      }
    }
    if (groups.isEmpty() && !reasons.isEmpty()) {
      denied(call, sensitivity);
      throw new GatewayProblem(
          ProblemCode.NO_LAWFUL_ROUTE,
          "No route of this alias is lawful for this call: " + String.join("; ", reasons) + ".",
          "model");
    }
    return groups;
  }

  /**
   * The key's own or that of the grant that opens the call's tier, or the highest that headers,
   * baggage or metadata raise it to; what would lower it changes nothing. A key of several grants
   * bears the lowest of them.
   */
  private static Sensitivity sensitivity(GatewayCall call) {
    Sensitivity highest = call.key().sensitivity();
    Grant grant = call.snapshot().grant(call.key().owner().application(), call.route().tier());
    if (grant != null && grant.sensitivity().atLeast(highest)) {
      highest = grant.sensitivity();
    }
    for (String said : CallLabels.all(call, "Sensitivity")) {
      Sensitivity raised = call.snapshot().sensitivity("Marketplace-Sensitivity", said);
      highest = raised.atLeast(highest) ? raised : highest;
    }
    return highest;
  }

  private static @Nullable String obstacle(Provider provider, KeyEntry key) {
    Set<String> keyPlaces = key.jurisdictions();
    if (keyPlaces != null
        && !keyPlaces.contains(provider.jurisdiction().toLowerCase(Locale.ROOT))) {
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
