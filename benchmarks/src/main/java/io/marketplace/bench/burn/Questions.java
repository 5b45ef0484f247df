package io.marketplace.bench.burn;

import io.marketplace.db.Standalone;
import io.marketplace.model.catalogue.CatalogueQueries;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.kernel.PersonId;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.metering.BurnNow;
import io.marketplace.model.metering.UsageDimension;
import io.marketplace.model.metering.UsagePeriod;
import io.marketplace.model.metering.UsageQueries;
import io.marketplace.model.metering.UsageQuery;
import io.marketplace.model.policy.PolicyDocument;
import io.marketplace.model.policy.PreviewPolicy;
import io.marketplace.model.routing.RoutingQueries;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the burn, spend, catalogue, overview and policy pages ask. */
final class Questions {

  /** The first tenant that {@code people.sql} makes. */
  private static final String TENANT = "00000000-0000-7000-8000-000000000001";

  private static final PageRequest FIRST = PageRequest.first(50);
  private static final List<UsageDimension> WHO =
      List.of(UsageDimension.AGENT, UsageDimension.WORKFLOW, UsageDimension.CUSTOMER);
  private static final String ALL = "platform";

  private final Standalone marketplace;
  private final Actor admin = actor(Optional.empty(), Role.PLATFORM_ADMIN);
  private final Actor approver = actor(Optional.of(TenantId.parse(TENANT)), Role.TENANT_APPROVER);

  Questions(Standalone marketplace) {
    this.marketplace = marketplace.with(Clock.class, Clock.systemUTC());
  }

  private static Actor actor(Optional<TenantId> tenant, Role role) {
    return new Actor(
        PersonId.create(), "bench", "bench", tenant, Set.of(), Set.of(role), Optional.empty());
  }

  List<Question> all() {
    List<Question> questions = new ArrayList<>();
    for (int minutes : new int[] {15, 60, 1_440}) {
      both(questions, "burn, " + minutes + " min", actor -> burn(actor, minutes));
    }
    both(questions, "spend by application, 30 days", this::spend);
    both(questions, "spend by day and tier, 30 days", this::series);
    both(questions, "grants' month", actor -> usage().monthToDate(actor, FIRST));
    both(questions, "newest rows, 30 days", this::recent);
    both(questions, "catalogue's tiers", actor -> get(CatalogueQueries.class).tiers(actor));
    questions.add(
        new Question("overview's figures", ALL, () -> get(RoutingQueries.class).kpis(admin)));
    both(
        questions,
        "preview of a policy",
        actor -> get(PreviewPolicy.class).preview(actor, PolicyDocument.NOTHING));
    return questions;
  }

  private interface Asked {
    Object of(Actor actor);
  }

  private void both(List<Question> questions, String what, Asked asked) {
    questions.add(new Question(what, ALL, () -> asked.of(admin)));
    questions.add(new Question(what, "one tenant", () -> asked.of(approver)));
  }

  private Object burn(Actor actor, int minutes) {
    return get(BurnNow.class).read(actor, minutes, WHO, FIRST);
  }

  private Object spend(Actor actor) {
    return usage().report(actor, UsageQuery.of(month(), UsageDimension.APPLICATION), FIRST);
  }

  private Object series(Actor actor) {
    return usage().series(actor, month(), UsageDimension.TIER);
  }

  private Object recent(Actor actor) {
    return usage().recent(actor, UsageQuery.of(month()), FIRST);
  }

  private static UsagePeriod month() {
    Instant now = Instant.now();
    return new UsagePeriod(now.minus(Duration.ofDays(30)), now);
  }

  private UsageQueries usage() {
    return get(UsageQueries.class);
  }

  private <T> T get(Class<T> type) {
    return marketplace.get(type);
  }
}
