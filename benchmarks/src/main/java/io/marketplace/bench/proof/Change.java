package io.marketplace.bench.proof;

import io.marketplace.bench.control.MockRoute;
import java.net.URI;
import java.util.List;

/** One kind of change, made again and again. */
interface Change {

  /** In words. */
  String kind();

  /** Makes sure that the next change is one: every gateway is where it was before. */
  void prepare();

  /** Makes it; returns with the API's answer. */
  void make();

  /** Whether a call of a gateway meets it. */
  boolean met(URI gateway);

  /** All kinds, in an order in which each can be seen: a denial comes before its end. */
  static List<Change> all(Stage stage) {
    TenantPolicy policy = new TenantPolicy(stage.approver());
    stage.atEnd(policy::putBack);
    return List.of(
        new Revocation(stage),
        new RouteChange(stage, MockRoute.DEAR),
        new PolicyChange(stage, policy, true),
        new PolicyChange(stage, policy, false),
        new RouteChange(stage, MockRoute.MODEL));
  }
}
