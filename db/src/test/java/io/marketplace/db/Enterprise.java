package io.marketplace.db;

import io.marketplace.model.access.ApproveAccess;
import io.marketplace.model.access.RequestAccess;
import io.marketplace.model.access.RequestOutcome;
import io.marketplace.model.access.RequestTerms;
import io.marketplace.model.access.TermChanges;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.keys.PinnedAttribution;
import io.marketplace.model.policy.Sensitivity;
import io.marketplace.model.tenant.ApprovalThresholds;
import io.marketplace.model.tenant.CreateApplication;
import io.marketplace.model.tenant.CreateTenant;
import io.marketplace.model.tenant.JoinOnSignIn;
import io.marketplace.model.tenant.SignIn;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;

/** Two tenants with their people on a scratch database, as the suites need them. */
public final class Enterprise implements AutoCloseable {

  /**
   * Where the suites' clock stands at first: close to the database's, which some queries ask, and
   * no finer, so that what was kept is what was told.
   */
  public final TestClock clock = new TestClock(Instant.now().truncatedTo(ChronoUnit.MICROS));

  /** The database. */
  public final TestDatabase database;

  /** The use cases. */
  public final Standalone marketplace;

  public final TenantId retail;
  public final TenantId capital;
  public final Actor admin;
  public final Actor finops;
  public final Actor auditor;
  public final Actor developer;
  public final Actor colleague;
  public final Actor stranger;
  public final Actor approver;
  public final Actor secondApprover;
  public final Actor otherDeveloper;
  public final Actor otherApprover;

  /** Makes it. */
  public Enterprise() throws SQLException {
    database = TestDatabase.create();
    marketplace = database.standalone().with(Clock.class, clock);
    admin = join("admin", Set.of(), "platform-admin");
    CreateTenant create = marketplace.get(CreateTenant.class);
    retail = create.create(admin, "retail", "Retail", ApprovalThresholds.DEFAULT);
    capital = create.create(admin, "capital", "Capital", ApprovalThresholds.DEFAULT);
    finops = join("finops", Set.of(), "finops");
    auditor = join("auditor", Set.of(), "auditor");
    developer = join("dev-retail", Set.of("/retail/payments"), "developer");
    colleague = join("colleague", Set.of("/retail/payments"), "developer");
    stranger = join("stranger", Set.of("/retail/service-desk"), "developer");
    approver = join("approver-retail", Set.of("/retail"), "tenant-approver");
    secondApprover = join("approver-two", Set.of("/retail"), "tenant-approver");
    otherDeveloper = join("dev-capital", Set.of("/capital/research"), "developer");
    otherApprover = join("approver-capital", Set.of("/capital"), "tenant-approver");
  }

  /** Signs somebody in. */
  public Actor join(String name, Set<String> groups, String... roles) {
    return marketplace
        .get(JoinOnSignIn.class)
        .join(
            new SignIn(
                "sub-" + name,
                name,
                name,
                Optional.of(name + "@example.com"),
                groups,
                Set.of(roles),
                Optional.of("127.0.0.1")));
  }

  /** The use case or query of that class. */
  public <T> T get(Class<T> type) {
    return marketplace.get(type);
  }

  /** An application of the developer's team. */
  public ApplicationId application(String name) {
    return get(CreateApplication.class)
        .create(developer, developer.teams().iterator().next(), name, "");
  }

  /** An application of the other tenant. */
  public ApplicationId otherApplication(String name) {
    return get(CreateApplication.class)
        .create(otherDeveloper, otherDeveloper.teams().iterator().next(), name, "");
  }

  /** Modest terms. */
  public static RequestTerms terms(Tier tier) {
    return terms(tier, Sensitivity.INTERNAL, "50");
  }

  /** Terms of that sensitivity and monthly budget in US dollars. */
  public static RequestTerms terms(Tier tier, Sensitivity sensitivity, String budget) {
    return new RequestTerms(
        tier,
        "Answer questions",
        sensitivity,
        Optional.of(10_000L),
        NanoUsd.parse("budgetUsd", budget),
        Optional.empty());
  }

  /** Gives the developer's application a grant. */
  public RequestOutcome grant(ApplicationId application, RequestTerms terms) {
    RequestOutcome asked = get(RequestAccess.class).request(developer, application, terms);
    return get(ApproveAccess.class).approve(approver, asked.id(), "fine", TermChanges.NONE);
  }

  /** Pins an agent and nothing else. */
  public static PinnedAttribution agent(String name) {
    return new PinnedAttribution(
        Optional.of(name), Optional.empty(), Optional.empty(), Optional.empty());
  }

  @Override
  public void close() throws SQLException {
    marketplace.close();
    database.close();
  }
}
