package io.marketplace.db.seed;

import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Scope;
import io.marketplace.model.kernel.Work;
import io.marketplace.model.routing.Alias;
import io.marketplace.model.routing.Candidate;
import io.marketplace.model.routing.PutRoute;
import io.marketplace.model.routing.Route;
import io.marketplace.model.routing.RouteBody;
import io.marketplace.model.routing.Routes;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Keeps the routes of the six tiers at the pools of this start, unless somebody wrote their own.
 */
final class DemoRoutes {

  private final Work work;
  private final Routes routes;
  private final PutRoute putRoute;

  DemoRoutes(Work work, Routes routes, PutRoute putRoute) {
    this.work = work;
    this.routes = routes;
    this.putRoute = putRoute;
  }

  /** Routes {@code code} to the first candidate there is, and to the others when it fails. */
  void keep(Actor administrator, String code, List<Optional<Candidate>> inTurn) {
    List<Candidate> there = inTurn.stream().flatMap(Optional::stream).toList();
    List<Candidate> first = there.isEmpty() ? List.of() : List.of(there.getFirst());
    RouteBody body = RouteBody.of(first, there.stream().skip(1).map(List::of).toList());
    Alias alias = new Alias(code);
    Optional<Route> known = work.in(Scope.PLATFORM, () -> routes.newest(Optional.empty(), alias));
    boolean others =
        known.filter(route -> !route.createdBy().equals(administrator.name())).isPresent();
    boolean stands = known.filter(route -> sameTargets(route.body(), body)).isPresent();
    if (!others && !stands) {
      putRoute.put(
          administrator,
          alias,
          Optional.empty(),
          body,
          OptionalInt.of(known.map(Route::version).orElse(0)));
    }
  }

  private static boolean sameTargets(RouteBody one, RouteBody other) {
    return one.candidates().equals(other.candidates()) && one.fallback().equals(other.fallback());
  }
}
