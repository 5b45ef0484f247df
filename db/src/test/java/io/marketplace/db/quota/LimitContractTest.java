package io.marketplace.db.quota;

import static io.marketplace.db.Enterprise.terms;
import static io.marketplace.db.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.marketplace.db.Enterprise;
import io.marketplace.model.audit.AuditEvent;
import io.marketplace.model.audit.AuditFilter;
import io.marketplace.model.audit.AuditQueries;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.kernel.TeamId;
import io.marketplace.model.keys.IssueKey;
import io.marketplace.model.keys.KeyId;
import io.marketplace.model.keys.KeyWish;
import io.marketplace.model.keys.RevokeKey;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import io.marketplace.model.quota.CallLimit;
import io.marketplace.model.quota.CallPriority;
import io.marketplace.model.quota.LimitFilter;
import io.marketplace.model.quota.LimitId;
import io.marketplace.model.quota.LimitOwner;
import io.marketplace.model.quota.LimitQueries;
import io.marketplace.model.quota.LimitScope;
import io.marketplace.model.quota.LimitTerms;
import io.marketplace.model.quota.LimitView;
import io.marketplace.model.quota.PutLimit;
import io.marketplace.model.quota.RemoveLimit;
import io.marketplace.model.tenant.ArchiveApplication;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Limits on a real database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LimitContractTest {

  private static final PageRequest FIRST = PageRequest.first(50);
  private static final OptionalInt ANY = OptionalInt.empty();

  private Enterprise e;

  @BeforeAll
  void start() throws SQLException {
    e = new Enterprise();
  }

  @AfterAll
  void stop() throws SQLException {
    e.close();
  }

  private static LimitTerms requests(long aMinute) {
    return new LimitTerms(
        Optional.of(aMinute), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private CallLimit put(Actor actor, LimitScope scope, LimitTerms terms) {
    return e.get(PutLimit.class).put(actor, scope, Optional.empty(), terms, ANY);
  }

  private LimitScope ofApplication(String name) {
    return new LimitScope.OfApplication(e.application(name));
  }

  private KeyId key(ApplicationId application) {
    e.grant(application, terms(Tier.UTILITY));
    return e.get(IssueKey.class)
        .issue(e.developer, application, KeyWish.of("k", Set.of(Tier.UTILITY)))
        .id();
  }

  private List<LimitView> seen(Actor actor, LimitScope scope) {
    return e.get(LimitQueries.class)
        .limits(
            actor,
            new LimitFilter(
                Optional.of(scope.type()), Optional.of(scope.value()), Optional.empty()),
            FIRST)
        .items();
  }

  @Test
  void aLimitIsSetChangedAndEnded() {
    LimitScope scope = ofApplication("set");
    LimitTerms all =
        new LimitTerms(
            Optional.of(60L), Optional.of(9_000L), Optional.of(4), Optional.of(CallPriority.BATCH));

    CallLimit first = put(e.approver, scope, all);
    CallLimit again = put(e.approver, scope, all);
    CallLimit next =
        e.get(PutLimit.class)
            .put(e.approver, scope, Optional.empty(), requests(30), OptionalInt.of(1));

    assertThat(first.terms()).isEqualTo(all);
    assertThat(first.owner()).isEqualTo(LimitOwner.TENANT);
    assertThat(first.tenant()).isEqualTo(e.retail);
    assertThat(again.version()).isEqualTo(1);
    assertThat(next.version()).isEqualTo(2);
    assertThat(next.id()).isEqualTo(first.id());
    LimitView view = e.get(LimitQueries.class).limit(e.developer, first.id());
    assertThat(view.limit()).usingRecursiveComparison().ignoringFields("changedAt").isEqualTo(next);
    assertThat(view.scopeName()).isEqualTo("set");
    assertThat(view.within()).isPresent();
    assertThat(view.use()).isEmpty();
    assertRefused(
        ProblemCode.CONFLICT,
        () ->
            e.get(PutLimit.class)
                .put(e.approver, scope, Optional.empty(), requests(1), OptionalInt.of(1)));

    e.get(RemoveLimit.class).remove(e.approver, first.id());

    assertRefused(
        ProblemCode.NOT_FOUND, () -> e.get(LimitQueries.class).limit(e.admin, first.id()));
    assertRefused(
        ProblemCode.NOT_FOUND, () -> e.get(RemoveLimit.class).remove(e.approver, first.id()));
    assertThat(
            e.get(AuditQueries.class)
                .events(e.admin, AuditFilter.about("limit", first.id().toString()), FIRST)
                .items())
        .extracting(AuditEvent::action)
        .containsExactly("limit.removed", "limit.put", "limit.put");
  }

  @Test
  void aTierHasALimitOfItsOwnBesideThatOfAll() {
    LimitScope scope = new LimitScope.OfTeam(e.developer.teams().iterator().next());
    put(e.approver, scope, requests(100));
    e.get(PutLimit.class).put(e.approver, scope, Optional.of(Tier.CODE), requests(10), ANY);

    assertThat(seen(e.developer, scope))
        .extracting(view -> view.limit().tier())
        .containsExactly(Optional.empty(), Optional.of(Tier.CODE));
    assertThat(seen(e.stranger, scope)).isEmpty();
    assertThat(seen(e.finops, scope)).hasSize(2);
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    LimitScope scope = ofApplication("senseless");
    List<LimitTerms> senseless =
        List.of(
            new LimitTerms(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
            requests(0),
            requests(-1),
            requests(Long.MAX_VALUE),
            new LimitTerms(
                Optional.empty(), Optional.of(Long.MIN_VALUE), Optional.empty(), Optional.empty()),
            new LimitTerms(
                Optional.empty(), Optional.empty(), Optional.of(2_000_000), Optional.empty()));
    for (LimitTerms terms : senseless) {
      assertRefused(ProblemCode.INVALID_REQUEST, () -> put(e.approver, scope, terms));
    }
    assertRefused(ProblemCode.INVALID_REQUEST, () -> LimitScope.parse("agent", "x"));
    assertRefused(ProblemCode.NOT_FOUND, () -> LimitScope.parse("key", "x"));
    assertThat(seen(e.admin, scope)).isEmpty();
  }

  @Test
  void onlyApproversAndThePlatformLimit() {
    LimitScope scope = ofApplication("roles");
    for (Actor actor : List.of(e.developer, e.finops, e.auditor)) {
      assertRefused(ProblemCode.FORBIDDEN, () -> put(actor, scope, requests(1)));
      assertRefused(
          ProblemCode.FORBIDDEN, () -> e.get(RemoveLimit.class).remove(actor, LimitId.create()));
    }
  }

  @Test
  void anotherTenantsThingsAreNotThere() {
    ApplicationId application = e.application("theirs");
    KeyId key = key(application);
    TeamId team = e.developer.teams().iterator().next();
    CallLimit limit = put(e.approver, new LimitScope.OfKey(key), requests(5));

    for (LimitScope scope :
        List.of(
            new LimitScope.OfKey(key),
            new LimitScope.OfApplication(application),
            new LimitScope.OfTeam(team),
            new LimitScope.OfTenant(e.retail))) {
      assertRefused(ProblemCode.NOT_FOUND, () -> put(e.otherApprover, scope, requests(1)));
      assertThat(seen(e.otherApprover, scope)).isEmpty();
    }
    assertRefused(
        ProblemCode.NOT_FOUND, () -> e.get(LimitQueries.class).limit(e.otherDeveloper, limit.id()));
    assertRefused(
        ProblemCode.NOT_FOUND, () -> e.get(RemoveLimit.class).remove(e.otherApprover, limit.id()));
  }

  @Test
  void thePlatformsLimitStandsBesideTheTenantsAndIsItsOwn() throws SQLException {
    LimitScope scope = new LimitScope.OfTenant(e.retail);
    CallLimit platforms = put(e.admin, scope, requests(10));
    CallLimit tenants = put(e.approver, scope, requests(20));

    assertThat(platforms.owner()).isEqualTo(LimitOwner.PLATFORM);
    assertThat(platforms.id()).isNotEqualTo(tenants.id());
    assertRefused(
        ProblemCode.FORBIDDEN, () -> e.get(RemoveLimit.class).remove(e.approver, platforms.id()));
    try (Connection portal = e.database.portal();
        Statement statement = portal.createStatement()) {
      statement.execute("set search_path = marketplace");
      statement.execute("select set_config('marketplace.tenant', '" + e.retail + "', false)");
      assertThat(
              statement.executeUpdate(
                  "update call_limit set concurrency = 1 where owner = 'platform'"))
          .isZero();
      assertThat(statement.executeUpdate("delete from call_limit where owner = 'platform'"))
          .isZero();
    }
  }

  @Test
  void whatMakesNoCallsAnyMoreIsNotLimited() {
    ApplicationId application = e.application("gone");
    KeyId key = key(application);
    e.get(RevokeKey.class).revoke(e.developer, key, "over");
    assertRefused(
        ProblemCode.CONFLICT, () -> put(e.approver, new LimitScope.OfKey(key), requests(1)));
    e.get(ArchiveApplication.class).archive(e.developer, application);
    assertRefused(
        ProblemCode.CONFLICT,
        () -> put(e.approver, new LimitScope.OfApplication(application), requests(1)));
  }

  @Test
  void manyWhoSetTheSameAtOnceLeaveOne() throws Exception {
    LimitScope scope = ofApplication("crowd");
    List<Future<Throwable>> outcomes = new ArrayList<>();
    try (ExecutorService crowd = Executors.newFixedThreadPool(8)) {
      for (int i = 1; i <= 24; i++) {
        long aMinute = i;
        Actor actor = i % 2 == 0 ? e.approver : e.secondApprover;
        outcomes.add(
            crowd.submit(() -> catchThrowable(() -> put(actor, scope, requests(aMinute)))));
      }
    }
    int done = 0;
    for (Future<Throwable> outcome : outcomes) {
      Throwable refused = outcome.get();
      if (refused == null) {
        done++;
      } else {
        assertThat(refused)
            .isInstanceOfSatisfying(
                MarketplaceException.class,
                lost -> assertThat(lost.code()).isEqualTo(ProblemCode.CONFLICT));
      }
    }
    assertThat(done).isPositive();
    assertThat(seen(e.approver, scope))
        .singleElement()
        .extracting(view -> view.limit().version())
        .isEqualTo(done);
  }

  @Test
  void listsPageAndSearch() {
    for (int i = 0; i < 3; i++) {
      put(e.approver, ofApplication("paged-" + i), requests(i + 1));
    }
    LimitFilter filter =
        new LimitFilter(Optional.of("application"), Optional.empty(), Optional.of("PAGED"));
    LimitQueries limits = e.get(LimitQueries.class);
    assertThat(limits.limits(e.approver, filter, new PageRequest(0, 2)).items())
        .extracting(LimitView::scopeName)
        .containsExactly("paged-0", "paged-1");
    assertThat(limits.limits(e.approver, filter, new PageRequest(0, 2)).more()).isTrue();
    assertThat(limits.limits(e.approver, filter, new PageRequest(2, 2)).items())
        .extracting(LimitView::scopeName)
        .containsExactly("paged-2");
  }
}
