package io.marketplace.db.tenant;

import static io.marketplace.db.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.db.Enterprise;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.kernel.Scope;
import io.marketplace.model.problem.ProblemCode;
import io.marketplace.model.tenant.TeamView;
import io.marketplace.model.tenant.TenantQueries;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class JoinContractTest {

  private Enterprise e;

  @BeforeAll
  void start() throws SQLException {
    e = new Enterprise();
  }

  @AfterAll
  void stop() throws SQLException {
    e.close();
  }

  private List<String> teams(Actor actor) {
    return e.get(TenantQueries.class).teams(actor, PageRequest.first(200)).items().stream()
        .map(TeamView::slug)
        .toList();
  }

  @Test
  void membershipsFollowTheGroups() {
    Actor first = e.join("mover", Set.of("/retail/payments", "/retail/fraud"), "developer");
    assertThat(first.tenant()).contains(e.retail);
    assertThat(teams(first)).containsExactlyInAnyOrder("payments", "fraud");
    Actor later = e.join("mover", Set.of("/retail/fraud", "/retail/loans"), "developer");
    assertThat(later.person()).isEqualTo(first.person());
    assertThat(teams(later)).containsExactlyInAnyOrder("fraud", "loans");
    Actor gone = e.join("mover", Set.of(), "developer");
    assertThat(gone.tenant()).isEmpty();
    assertThat(gone.teams()).isEmpty();
    assertRefused(ProblemCode.FORBIDDEN, () -> teams(gone));
  }

  @Test
  void movingToAnotherTenantLeavesTheFirst() {
    Actor first = e.join("changer", Set.of("/retail/payments"), "developer");
    Actor later = e.join("changer", Set.of("/capital/research"), "developer");
    assertThat(later.tenant()).contains(e.capital);
    assertThat(later.teams()).hasSize(1).doesNotContainAnyElementsOf(first.teams());
  }

  @Test
  void groupsOfSeveralTenantsAreRefused() {
    assertRefused(
            ProblemCode.FORBIDDEN,
            () -> e.join("both", Set.of("/retail/payments", "/capital"), "developer"))
        .hasMessageContaining("capital, retail");
    assertThat(e.join("reader", Set.of("/retail", "/capital"), "finops").scope())
        .isEqualTo(Scope.PLATFORM);
    assertThat(e.join("one-reader", Set.of("/retail"), "finops").scope())
        .isEqualTo(new Scope.OfTenant(e.retail));
  }

  @Test
  void unknownTenantsStrangeGroupsAndStrangeRolesArePassedOver() {
    Actor actor =
        e.join(
            "odd",
            Set.of("/nowhere/team", "/retail/payments/below", "//", "", "/Retail", "/capital/../x"),
            "developer",
            "uma_authorization");
    assertThat(actor.tenant()).contains(e.retail);
    assertThat(actor.roles()).hasSize(1);
    assertThat(teams(actor)).containsExactly("payments");
  }

  @Test
  void administratorsBelongToNoTenant() {
    Actor actor = e.join("root", Set.of("/retail/payments"), "platform-admin", "developer");
    assertThat(actor.tenant()).isEmpty();
    assertThat(actor.scope()).isEqualTo(Scope.PLATFORM);
    assertThat(teams(actor)).contains("payments", "research");
  }

  @Test
  void firstSignInsAtOnceMakeOnePersonAndOneTeam() throws InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<Actor>> joins = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        joins.add(threads.submit(() -> e.join("twin", Set.of("/retail/brand-new"), "developer")));
      }
      Actor first = joins.get(0).get();
      for (Future<Actor> join : joins) {
        assertThat(join.get()).isEqualTo(first);
      }
    }
    assertThat(teams(e.approver)).containsOnlyOnce("brand-new");
  }
}
