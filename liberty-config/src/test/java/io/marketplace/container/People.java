package io.marketplace.container;

import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.tenant.ApprovalThresholds;
import io.marketplace.model.tenant.CreateTeam;
import io.marketplace.model.tenant.CreateTenant;
import io.marketplace.model.tenant.JoinOnSignIn;
import io.marketplace.model.tenant.SignIn;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Makes tenants of its own for a test and signs people in. */
@Singleton
public class People {

  private final JoinOnSignIn join;
  private final CreateTenant createTenant;
  private final CreateTeam createTeam;

  /** Signs in through the use cases that the portal uses. */
  @Inject
  public People(JoinOnSignIn join, CreateTenant createTenant, CreateTeam createTeam) {
    this.join = join;
    this.createTenant = createTenant;
    this.createTeam = createTeam;
  }

  /** A new tenant with one team, "builders". */
  String tenant() {
    String slug = "t" + UUID.randomUUID().toString().substring(0, 8);
    TenantId tenant =
        createTenant.create(admin(), slug, "Tenant " + slug, ApprovalThresholds.DEFAULT);
    createTeam.create(admin(), tenant, "builders", "Builders");
    return slug;
  }

  Actor admin() {
    return signIn("admin", Set.of(), "platform-admin");
  }

  Actor developer(String tenant) {
    return signIn("dev-" + tenant, Set.of("/" + tenant + "/builders"), "developer");
  }

  Actor approver(String tenant) {
    return signIn("approver-" + tenant, Set.of("/" + tenant), "tenant-approver");
  }

  private Actor signIn(String name, Set<String> groups, String role) {
    return join.join(
        new SignIn(name, name, name, Optional.empty(), groups, Set.of(role), Optional.empty()));
  }
}
