package io.marketplace.db.seed;

import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.tenant.JoinOnSignIn;
import io.marketplace.model.tenant.SignIn;
import java.util.Optional;
import java.util.Set;

/**
 * In whose name the demo is set up. Nobody can sign in as them: their subjects are none of the
 * identity provider's.
 */
final class DemoPeople {

  private final JoinOnSignIn joining;

  DemoPeople(JoinOnSignIn joining) {
    this.joining = joining;
  }

  Actor administrator() {
    return join("administrator", "Demo set-up", Set.of(), Role.PLATFORM_ADMIN);
  }

  Actor developer(String tenant, String team) {
    return join(
        tenant + "-developer",
        "Demo set-up (developer)",
        Set.of("/" + tenant + "/" + team),
        Role.DEVELOPER);
  }

  Actor approver(String tenant) {
    return join(
        tenant + "-approver", "Demo set-up (approver)", Set.of("/" + tenant), Role.TENANT_APPROVER);
  }

  private Actor join(String who, String name, Set<String> groups, Role role) {
    return joining.join(
        new SignIn(
            "demo-set-up:" + who,
            "demo-set-up-" + who,
            name,
            Optional.empty(),
            groups,
            Set.of(role.code()),
            Optional.empty()));
  }
}
