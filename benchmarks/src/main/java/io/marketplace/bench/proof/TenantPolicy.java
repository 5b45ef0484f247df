package io.marketplace.bench.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.marketplace.bench.control.ControlApi;
import io.marketplace.bench.control.MockRoute;
import java.util.List;

/** The demo tenant's own policy, with a denial of the mock's provider and without. */
final class TenantPolicy {

  private static final List<String> SENSITIVITIES =
      List.of("public", "internal", "confidential", "restricted");

  private final ControlApi approver;
  private final ObjectNode before;
  private boolean denied;

  /** Reads what is in force. */
  TenantPolicy(ControlApi approver) {
    this.approver = approver;
    String tenant =
        approver
            .get("applications?limit=1")
            .path("items")
            .path(0)
            .path("tenant")
            .path("id")
            .asText();
    before = ControlApi.object().put("note", "As it was before a proof");
    JsonNode own = approver.find("policies/tenants/" + tenant).orElseGet(ControlApi::object);
    if (own.has("rules")) {
      before.set("rules", own.path("rules"));
      before.set("sets", own.path("sets"));
    } else {
      // A tenant without a policy of its own acts under the platform's.
      before.putArray("rules").addObject().put("include", "platform");
    }
  }

  void deny() {
    ObjectNode policy = before.deepCopy().put("note", "A proof tries how soon this is in force");
    ObjectNode rule =
        policy.withArray("rules").addObject().put("name", "bench-change").put("effect", "deny");
    SENSITIVITIES.forEach(rule.putArray("sensitivities")::add);
    rule.putArray("when")
        .addObject()
        .put("attribute", "provider")
        .put("test", "any-of")
        .putArray("values")
        .add(MockRoute.PROVIDER);
    denied = true;
    approver.put("policies", policy);
  }

  /** Puts back what was in force; nothing to do where it is. */
  void putBack() {
    if (denied) {
      approver.put("policies", before);
      denied = false;
    }
  }
}
