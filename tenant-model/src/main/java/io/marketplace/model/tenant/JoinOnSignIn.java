package io.marketplace.model.tenant;

import io.marketplace.model.audit.AuditEntry;
import io.marketplace.model.audit.AuditTrail;
import io.marketplace.model.audit.Author;
import io.marketplace.model.audit.Facts;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.Scope;
import io.marketplace.model.kernel.TeamId;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.kernel.Work;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Makes an {@link Actor} of whom the identity provider vouches for, and keeps the memberships as
 * its groups say.
 *
 * <p>Groups of tenants that are not known are passed over; a team that is not known, below a tenant
 * that is, is made. A platform administrator belongs to no tenant. A finance reader or auditor
 * without a tenant or with several reads all of them; anybody else with groups in several tenants
 * is refused, since every row has one tenant.
 */
@Singleton
public final class JoinOnSignIn {

  private final Work work;
  private final Tenants tenants;
  private final Teams teams;
  private final People people;
  private final AuditTrail audit;
  private final Clock clock;

  /** Keeps people and memberships in {@code people} and {@code teams}. */
  @Inject
  public JoinOnSignIn(
      Work work, Tenants tenants, Teams teams, People people, AuditTrail audit, Clock clock) {
    this.work = work;
    this.tenants = tenants;
    this.teams = teams;
    this.people = people;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * The actor, after the person and its memberships were brought up to date.
   *
   * @throws MarketplaceException {@code forbidden} for groups in several tenants
   */
  public Actor join(SignIn signIn) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    signIn.roles().forEach(code -> Role.of(code).ifPresent(roles::add));
    List<GroupPath> groups = GroupPath.all(signIn.groups());
    return work.in(
        Scope.PLATFORM,
        () -> {
          Optional<Tenant> tenant = tenantOf(groups, roles);
          Person person = keep(signIn, tenant.map(Tenant::id), roles);
          Set<TeamId> joined =
              tenant.map(of -> join(person, of, groups, signIn)).orElseGet(Set::of);
          Set<TeamId> left = new HashSet<>(teams.of(person.id()));
          left.removeAll(joined);
          left.forEach(team -> teams.leave(person.id(), team));
          return new Actor(
              person.id(),
              signIn.subject(),
              signIn.name(),
              tenant.map(Tenant::id),
              joined,
              roles,
              signIn.sourceIp());
        });
  }

  private Optional<Tenant> tenantOf(List<GroupPath> groups, Set<Role> roles) {
    if (roles.contains(Role.PLATFORM_ADMIN)) {
      return Optional.empty();
    }
    Set<String> slugs =
        groups.stream().map(GroupPath::tenant).collect(Collectors.toCollection(TreeSet::new));
    List<Tenant> known = slugs.isEmpty() ? List.of() : tenants.withSlugs(slugs);
    if (known.size() < 2) {
      return known.stream().findFirst();
    }
    boolean onlyReads =
        (roles.contains(Role.FINOPS) || roles.contains(Role.AUDITOR))
            && !roles.contains(Role.DEVELOPER)
            && !roles.contains(Role.TENANT_APPROVER);
    if (onlyReads) {
      return Optional.empty();
    }
    throw new MarketplaceException(
        ProblemCode.FORBIDDEN,
        "Your groups belong to several tenants ("
            + known.stream().map(Tenant::slug).sorted().collect(Collectors.joining(", "))
            + "); you can act for one only. Ask your identity team to leave you in one.");
  }

  private Person keep(SignIn signIn, Optional<TenantId> tenant, Set<Role> roles) {
    Set<String> codes = roles.stream().map(Role::code).collect(Collectors.toSet());
    Optional<Person> known = people.lockBySubject(signIn.subject());
    Person person = known.orElseGet(() -> new Person(signIn.subject(), clock.instant()));
    Facts before = known.map(Person::facts).orElse(Facts.NONE);
    person.seen(signIn, tenant, codes, clock.instant());
    if (known.isEmpty()) {
      people.add(person);
    }
    if (!before.equals(person.facts())) {
      audit.record(
          new AuditEntry(
              tenant,
              author(signIn),
              known.isEmpty() ? "person.joined" : "person.changed",
              "person",
              person.id().toString(),
              before,
              person.facts()));
    }
    return person;
  }

  private Set<TeamId> join(Person person, Tenant tenant, List<GroupPath> groups, SignIn signIn) {
    Set<TeamId> joined = new HashSet<>();
    for (GroupPath group : groups) {
      if (!group.tenant().equals(tenant.slug()) || group.team().isEmpty()) {
        continue;
      }
      String slug = group.team().get();
      Teams.Made made = teams.findOrAdd(new Team(tenant.id(), slug, Slug.asName(slug)));
      if (made.created()) {
        audit.record(
            new AuditEntry(
                Optional.of(tenant.id()),
                author(signIn),
                "team.created",
                "team",
                made.team().id().toString(),
                Facts.NONE,
                made.team().facts()));
      }
      teams.join(person.id(), made.team());
      joined.add(made.team().id());
    }
    return joined;
  }

  private static Author author(SignIn signIn) {
    return new Author(signIn.subject(), signIn.name(), signIn.sourceIp());
  }
}
