package io.marketplace.model.routing;

import io.marketplace.model.audit.Facts;
import io.marketplace.model.kernel.Input;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What may be told of a route. */
final class RouteCheck {

  private static final int MAX_CANDIDATES = 50;
  private static final int MAX_GROUPS = 10;
  private static final double MAX_WEIGHT = 1_000_000;
  private static final int MAX_MS = 3_600_000;
  private static final double MAX_ERROR = 0.5;

  private RouteCheck() {}

  static RouteBody check(RouteBody body) {
    if (body.fallback().size() > MAX_GROUPS) {
      throw Input.invalid("fallback", "fallback must have at most 10 groups.");
    }
    Timeouts timeouts = body.timeouts();
    milliseconds("timeouts.connectMs", timeouts.connectMs());
    milliseconds("timeouts.firstByteMs", timeouts.firstByteMs());
    milliseconds("timeouts.idleMs", timeouts.idleMs());
    milliseconds("timeouts.totalMs", timeouts.totalMs());
    body.cache()
        .errorBound()
        .filter(bound -> !(bound > 0 && bound <= MAX_ERROR))
        .ifPresent(
            bound -> {
              throw Input.invalid(
                  "cache.errorBound", "cache.errorBound must be above 0, at most 0.5.");
            });
    for (List<Candidate> group : body.fallback()) {
      if (group.isEmpty()) {
        throw Input.invalid("fallback", "A group of fallback must name a candidate.");
      }
      group("fallback", group);
    }
    group("candidates", body.candidates());
    return new RouteBody(
        body.candidates(),
        body.fallback(),
        timeouts,
        body.cache(),
        Input.optionalLine("requestClass", body.requestClass().orElse(null), 64));
  }

  private static void group(String field, List<Candidate> group) {
    if (group.size() > MAX_CANDIDATES) {
      throw Input.invalid(field, field + " must name at most 50 candidates.");
    }
    Set<String> seen = new HashSet<>();
    for (Candidate candidate : group) {
      double weight = candidate.weight();
      // written so that NaN is refused too
      if (!(weight > 0 && weight <= MAX_WEIGHT)) {
        throw Input.invalid(field + ".weight", "weight must be above 0, at most 1,000,000.");
      }
      if (!seen.add(candidate.poolId() + " " + candidate.model())) {
        throw Input.invalid(field, field + " must name each model of a pool once.");
      }
    }
  }

  private static void milliseconds(String field, int value) {
    if (value < 1 || value > MAX_MS) {
      throw Input.invalid(field, field + " must be 1 to 3,600,000 milliseconds.");
    }
  }

  static Facts facts(Route route) {
    RouteBody body = route.body();
    return Facts.of("version", route.version())
        .with("tier", route.tier().code())
        .with("candidates", words(body.candidates()))
        .with(
            "fallback",
            String.join(" then ", body.fallback().stream().map(RouteCheck::words).toList()))
        .with("timeouts", body.timeouts())
        .with("cache", body.cache().mode().code() + " per " + body.cache().scope().code())
        .with("requestClass", body.requestClass());
  }

  private static String words(List<Candidate> group) {
    return String.join(
        ", ",
        group.stream().map(c -> c.model() + " of " + c.poolId() + " × " + c.weight()).toList());
  }
}
