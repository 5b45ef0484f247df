package io.marketplace.bench.proof;

import java.net.URI;

/** The tenant's policy begins to deny the mock's provider, or ceases to. */
final class PolicyChange implements Change {

  private final Stage stage;
  private final TenantPolicy policy;
  private final boolean denied;

  PolicyChange(Stage stage, TenantPolicy policy, boolean denied) {
    this.stage = stage;
    this.policy = policy;
    this.denied = denied;
  }

  @Override
  public String kind() {
    return "a policy changed";
  }

  @Override
  public void prepare() {
    // What the last change of this kind said is in force.
  }

  @Override
  public void make() {
    if (denied) {
      policy.deny();
    } else {
      policy.putBack();
    }
  }

  @Override
  public boolean met(URI gateway) {
    Reply reply = stage.caller().chat(gateway, stage.key().secret(), false, 0);
    return reply.status() == (denied ? 403 : 200);
  }
}
