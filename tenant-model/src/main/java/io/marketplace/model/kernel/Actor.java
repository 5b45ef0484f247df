package io.marketplace.model.kernel;

import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who acts: a person or service account, as the identity provider vouched for it at sign-in.
 *
 * @param person the marketplace's identifier
 * @param subject the identity provider's {@code sub}
 * @param name what to show
 * @param tenant the tenant; empty for people of the platform
 * @param teams the teams, all of them of {@code tenant}
 * @param roles the roles
 * @param sourceIp where the request came from, for the audit
 */
public record Actor(
    PersonId person,
    String subject,
    String name,
    Optional<TenantId> tenant,
    Set<TeamId> teams,
    Set<Role> roles,
    Optional<String> sourceIp) {

  private static final Set<Role> LOOKING = Set.of(Role.FINOPS, Role.AUDITOR);

  /** Copies the sets. */
  public Actor {
    teams = Set.copyOf(teams);
    roles = Set.copyOf(roles);
  }

  /** The same actor, calling from {@code ip}. */
  public Actor from(Optional<String> ip) {
    return new Actor(person, subject, name, tenant, teams, roles, ip);
  }

  /** Whether the actor bears {@code role}. */
  public boolean is(Role role) {
    return roles.contains(role);
  }

  /** Whether the actor belongs to {@code team}. */
  public boolean isOf(TeamId team) {
    return teams.contains(team);
  }

  /**
   * Whether the actor reads everything of its scope; a mere developer reads what belongs to the own
   * teams.
   */
  public boolean readsWholeScope() {
    return is(Role.PLATFORM_ADMIN)
        || is(Role.TENANT_APPROVER)
        || is(Role.FINOPS)
        || is(Role.AUDITOR);
  }

  /**
   * Whether the actor stands above the tenants: a platform administrator, or a finance reader or
   * auditor who belongs to no single tenant.
   */
  public boolean seesAllTenants() {
    return is(Role.PLATFORM_ADMIN) || (tenant.isEmpty() && (is(Role.FINOPS) || is(Role.AUDITOR)));
  }

  /**
   * The rows this actor's transactions see: all of them for somebody who {@link #seesAllTenants},
   * else those of the own tenant.
   *
   * @throws MarketplaceException {@code forbidden} for somebody who belongs nowhere
   */
  public Scope scope() {
    if (seesAllTenants()) {
      return Scope.PLATFORM;
    }
    if (tenant.isPresent()) {
      return new Scope.OfTenant(tenant.get());
    }
    throw new MarketplaceException(
        ProblemCode.FORBIDDEN, "You belong to no tenant yet. Ask your identity team for a group.");
  }

  /**
   * The same person looking at one tenant alone, with the rights of its finance readers and
   * auditors: for queries. Such an actor sees no other tenant's rows and changes nothing.
   *
   * @throws MarketplaceException {@code not_found} for a tenant other than the own one, unless the
   *     actor {@link #seesAllTenants}
   */
  public Actor lookingAt(TenantId other) {
    if (seesAllTenants()) {
      Set<Role> reading =
          is(Role.PLATFORM_ADMIN)
              ? LOOKING
              : roles.stream().filter(LOOKING::contains).collect(Collectors.toUnmodifiableSet());
      return new Actor(person, subject, name, Optional.of(other), Set.of(), reading, sourceIp);
    }
    if (tenant.filter(other::equals).isEmpty()) {
      throw new MarketplaceException(
          ProblemCode.NOT_FOUND, "There is no tenant of this identifier.");
    }
    return this;
  }

  /**
   * Refuses the actor unless it bears one of {@code allowed}.
   *
   * @throws MarketplaceException {@code forbidden}
   */
  public void require(Role... allowed) {
    for (Role role : allowed) {
      if (is(role)) {
        return;
      }
    }
    throw new MarketplaceException(ProblemCode.FORBIDDEN, "Your role does not allow this.");
  }
}
