package io.marketplace.model.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

final class ActorTest {

  private static final TenantId OWN = TenantId.create();
  private static final TenantId OTHER = TenantId.create();

  private static Actor actor(Optional<TenantId> tenant, Role... roles) {
    return new Actor(
        PersonId.create(), "s", "Kim", tenant, Set.of(), Set.of(roles), Optional.of("192.0.2.7"));
  }

  @Test
  void theRolesAndTheTenantMakeTheScope() {
    assertThat(actor(Optional.empty(), Role.PLATFORM_ADMIN).scope()).isEqualTo(Scope.PLATFORM);
    assertThat(actor(Optional.of(OWN), Role.PLATFORM_ADMIN).scope()).isEqualTo(Scope.PLATFORM);
    assertThat(actor(Optional.empty(), Role.FINOPS).scope()).isEqualTo(Scope.PLATFORM);
    assertThat(actor(Optional.empty(), Role.AUDITOR).scope()).isEqualTo(Scope.PLATFORM);
    assertThat(actor(Optional.of(OWN), Role.FINOPS).scope()).isEqualTo(new Scope.OfTenant(OWN));
    assertThat(actor(Optional.of(OWN), Role.FINOPS).seesAllTenants()).isFalse();
  }

  @Test
  void somebodyWhoBelongsNowhereSeesNothing() {
    Actor nobody = actor(Optional.empty(), Role.DEVELOPER, Role.TENANT_APPROVER);
    assertThat(nobody.seesAllTenants()).isFalse();
    assertRefused(nobody::scope, ProblemCode.FORBIDDEN);
    assertRefused(() -> nobody.lookingAt(OWN), ProblemCode.NOT_FOUND);
  }

  @Test
  void lookingAtATenantSeesThatOneAndChangesNothing() {
    Actor admin = actor(Optional.empty(), Role.PLATFORM_ADMIN);
    Actor looking = admin.lookingAt(OTHER);
    assertThat(looking.scope()).isEqualTo(new Scope.OfTenant(OTHER));
    assertThat(looking.readsWholeScope()).isTrue();
    assertThat(looking.roles()).containsExactlyInAnyOrder(Role.FINOPS, Role.AUDITOR);
    assertThat(looking.person()).isEqualTo(admin.person());
    assertThat(looking.sourceIp()).isEqualTo(admin.sourceIp());
    assertRefused(() -> looking.lookingAt(OWN), ProblemCode.NOT_FOUND);
  }

  @Test
  void lookingAtATenantGivesNoRoleThatWasNotThere() {
    assertThat(actor(Optional.empty(), Role.FINOPS, Role.DEVELOPER).lookingAt(OWN).roles())
        .containsExactly(Role.FINOPS);
    assertThat(actor(Optional.empty(), Role.AUDITOR).lookingAt(OWN).roles())
        .containsExactly(Role.AUDITOR);
  }

  @Test
  void somebodyOfATenantLooksAtItAloneAndAsBefore() {
    Actor approver = actor(Optional.of(OWN), Role.TENANT_APPROVER);
    assertThat(approver.lookingAt(OWN)).isEqualTo(approver);
    assertRefused(() -> approver.lookingAt(OTHER), ProblemCode.NOT_FOUND);
  }

  private static void assertRefused(ThrowingCallable call, ProblemCode code) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            MarketplaceException.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
