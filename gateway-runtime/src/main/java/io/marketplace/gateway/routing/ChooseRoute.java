package io.marketplace.gateway.routing;

import io.marketplace.gateway.line.Answer;
import io.marketplace.gateway.line.GatewayCall;
import io.marketplace.gateway.line.Next;
import io.marketplace.gateway.line.Step;
import io.marketplace.gateway.problem.GatewayProblem;
import io.marketplace.gateway.provider.PoolHealth;
import io.marketplace.gateway.provider.PoolHealth.State;
import io.marketplace.gateway.snapshot.Candidate;
import io.marketplace.gateway.snapshot.Pool;
import io.marketplace.model.problem.ProblemCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * Puts the lawful candidates of each group in the order they are tried: pools that answer before
 * ailing ones, pools with room before full ones, and among equals at random by weight. Pools that
 * take no connection are left out.
 */
public final class ChooseRoute implements Step {
  private static final String STEP = "routing/ChooseRoute";

  private final PoolHealth health;
  private final DoubleSupplier random;

  /** {@code random} yields numbers in [0, 1). */
  public ChooseRoute(PoolHealth health, DoubleSupplier random) {
    this.health = health;
    this.random = random;
  }

  private record Ranked(Candidate candidate, State state, boolean full, double draw) {}

  private static final Comparator<Ranked> ORDER =
      Comparator.comparing(Ranked::state)
          .thenComparing(Ranked::full)
          .thenComparingDouble(Ranked::draw);

  @Override
  public Answer apply(GatewayCall call, Next next) {
    List<List<Candidate>> groups = new ArrayList<>();
    for (List<Candidate> group : call.candidates()) {
      List<Candidate> ordered = order(call, group);
      if (!ordered.isEmpty()) {
        groups.add(ordered);
      }
    }
    if (groups.isEmpty()) {
      throw new GatewayProblem(
          ProblemCode.NO_HEALTHY_ROUTE,
          call.candidates().isEmpty()
              ? "Nothing serves the alias '" + call.route().alias() + "' yet."
              : "No pool behind this alias takes connections now.",
          "model");
    }
    call.trace().add(STEP, "ranked", "first", groups.getFirst().getFirst().label());
    return next.proceed(call.withCandidates(groups));
  }

  private List<Candidate> order(GatewayCall call, List<Candidate> group) {
    if (group.size() == 1) {
      Candidate only = group.getFirst();
      if (health.state(only.pool()) != State.DOWN) {
        return group;
      }
    }
    List<Ranked> ranked = new ArrayList<>(group.size());
    for (Candidate candidate : group) {
      State state = health.state(candidate.pool());
      if (state == State.DOWN) {
        call.trace().add(STEP, "left out", "candidate", candidate.label(), "why", "down");
      } else {
        ranked.add(new Ranked(candidate, state, full(candidate.pool()), draw(candidate.weight())));
      }
    }
    ranked.sort(ORDER);
    return ranked.stream().map(Ranked::candidate).toList();
  }

  private boolean full(Pool pool) {
    Integer capacity = pool.capacity();
    return capacity != null && health.inFlight(pool) >= capacity;
  }

  /**
   * An exponential variate of rate {@code weight}: the smallest of several is each candidate's with
   * a probability proportional to its weight (Efraimidis and Spirakis 2006). Weight 0 comes last.
   */
  private double draw(double weight) {
    return weight == 0 ? Double.POSITIVE_INFINITY : -Math.log(1 - random.getAsDouble()) / weight;
  }
}
