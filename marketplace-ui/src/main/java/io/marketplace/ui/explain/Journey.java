package io.marketplace.ui.explain;

import io.marketplace.ui.component.LedgerSection;
import io.marketplace.ui.component.Rail;
import io.marketplace.ui.component.State;
import java.util.List;
import java.util.stream.Collectors;

/** Where the call's data went, and where it was kept from going. */
final class Journey {

  private Journey() {}

  static LedgerSection of(Trace trace, String application, String sensitivity) {
    Rail rail =
        Rail.vertical()
            .stop(Rail.Stop.DONE, application, sensitivity + " data")
            .stop(Rail.Stop.DONE, "Gateway", "your own network");
    List<Trace.Step> attempts = steps(trace, "routing/TryRoutes");
    for (Trace.Step step : attempts) {
      boolean failed = step.decision().equals("failed");
      rail.stop(
          failed ? Rail.Stop.WARNED : Rail.Stop.DONE,
          failed ? step.fact("candidate").orElse("A pool") : step.fact("pool").orElse("A pool"),
          failed
              ? "lawful; it failed" + step.fact("kind").map(kind -> ": " + kind).orElse("")
              : step.fact("jurisdiction").orElse("lawful") + ", lawful");
    }
    for (Trace.Step step : steps(trace, "policy/ApplyPolicy")) {
      if (step.decision().equals("excluded")) {
        rail.stop(
            Rail.Stop.FAILED,
            step.fact("candidate").orElse("A candidate"),
            "no data sent: " + step.fact("rule").orElse("not lawful"));
      }
    }
    LedgerSection section = new LedgerSection("Jurisdiction");
    String places =
        attempts.stream()
            .flatMap(step -> step.fact("jurisdiction").stream())
            .distinct()
            .collect(Collectors.joining(", "));
    section.aside(places.isEmpty() ? State.nothing("Went nowhere") : State.good("Only " + places));
    return section.with(rail);
  }

  private static List<Trace.Step> steps(Trace trace, String name) {
    return trace.steps().stream().filter(step -> step.step().equals(name)).toList();
  }
}
