package io.marketplace.gateway.access;

import io.marketplace.gateway.keys.CheckSource;
import io.marketplace.gateway.line.Answer;
import io.marketplace.gateway.line.CallHeaders;
import io.marketplace.gateway.line.GatewayCall;
import io.marketplace.gateway.line.Next;
import io.marketplace.gateway.line.Step;
import io.marketplace.gateway.problem.GatewayProblem;
import io.marketplace.gateway.snapshot.Grant;
import io.marketplace.gateway.snapshot.KeyEntry;
import io.marketplace.gateway.snapshot.Route;
import io.marketplace.gateway.snapshot.Snapshot;
import io.marketplace.model.problem.ProblemCode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Opens an alias to keys that were issued for its tier, that are used from where they may be, and
 * whose application holds a grant for it.
 */
public final class AuthorizeTier implements Step {
  private final CheckSource source;
  private final String portalUrl;
  private final Clock clock;

  public AuthorizeTier(CheckSource source, String portalUrl, Clock clock) {
    this.source = source;
    this.portalUrl = portalUrl;
    this.clock = clock;
  }

  @Override
  public Answer apply(GatewayCall call, Next next) {
    KeyEntry key = call.key();
    // Here and not with the key itself, so that the refusal stands in the call's trace.
    source.require(key, call.headers());
    String alias = call.body().model();
    Route route = call.snapshot().route(key.owner().tenant(), alias);
    if (route == null) {
      throw new GatewayProblem(
          ProblemCode.MODEL_NOT_FOUND,
          "There is no model alias of this name. GET /v1/models lists yours.",
          "model");
    }
    if (!key.tiers().contains(route.tier())) {
      throw denied(route.tier(), "This key was not issued for the tier '" + route.tier() + "'.");
    }
    if (!key.bounds().opens(alias)) {
      throw new GatewayProblem(
          ProblemCode.TIER_NOT_GRANTED,
          "This key was not issued for this alias. GET /v1/models lists those that it opens.",
          "model");
    }
    Grant grant = call.snapshot().grant(key.owner().application(), route.tier());
    if (grant == null || !grant.opens(clock.instant())) {
      String state =
          grant != null && grant.suspended() ? "is suspended" : "does not exist or ended";
      throw denied(
          route.tier(),
          "The application's grant for the tier '" + route.tier() + "' " + state + ".");
    }
    call.trace()
        .add(
            "access/AuthorizeTier",
            "granted",
            "alias",
            alias,
            "tier",
            route.tier(),
            "routeVersion",
            Integer.toString(route.version()));
    return next.proceed(call.withRoute(route));
  }

  /**
   * The aliases a key may call now, in alphabetical order.
   *
   * @throws GatewayProblem {@code policy_denied} from outside the key's networks
   */
  public List<Route> open(KeyEntry key, CallHeaders headers, Snapshot snapshot) {
    source.require(key, headers);
    Instant now = clock.instant();
    return snapshot.routes(key.owner().tenant()).values().stream()
        .filter(route -> key.tiers().contains(route.tier()) && key.bounds().opens(route.alias()))
        .filter(
            route -> {
              Grant grant = snapshot.grant(key.owner().application(), route.tier());
              return grant != null && grant.opens(now);
            })
        .toList();
  }

  private GatewayProblem denied(String tier, String what) {
    return new GatewayProblem(
        ProblemCode.TIER_NOT_GRANTED,
        what + " Request access: " + portalUrl + "/requests/new?tier=" + tier,
        "model");
  }
}
