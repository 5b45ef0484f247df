package io.marketplace.ui.shell;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.PersonId;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.ui.administration.GuardrailsPage;
import io.marketplace.ui.administration.ReconciliationPage;
import io.marketplace.ui.keys.KeysPage;
import io.marketplace.ui.spend.SpendPage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class DestinationTest {

  private static final Optional<TenantId> SOME = Optional.of(TenantId.create());

  private static final Map<String, Class<?>> PAGES =
      Map.of(
          "reconciliation", ReconciliationPage.class,
          "spend", SpendPage.class,
          "keys", KeysPage.class,
          "guardrails", GuardrailsPage.class);

  private static Actor actor(Optional<TenantId> tenant, Role... roles) {
    return new Actor(
        PersonId.create(), "s", "Kim", tenant, Set.of(), Set.of(roles), Optional.empty());
  }

  private static List<String> paths(Actor actor) {
    return Destination.of(actor, path -> Optional.<Class<?>>ofNullable(PAGES.get(path))).stream()
        .map(Destination::path)
        .toList();
  }

  @Test
  void aFinanceReaderOfATenantIsNotSentWhereOnlyThePlatformMayGo() {
    assertThat(paths(actor(SOME, Role.FINOPS))).containsExactly("spend");
    assertThat(paths(actor(Optional.empty(), Role.FINOPS)))
        .containsExactly("spend", "reconciliation");
  }

  @Test
  void everyEntryLeadsToAPageThatOpens() {
    for (Role role : Role.values()) {
      for (Optional<TenantId> tenant : List.of(SOME, Optional.<TenantId>empty())) {
        Actor actor = actor(tenant, role);
        assertThat(paths(actor))
            .allSatisfy(
                path -> assertThat(Admission.of(actor, requireNonNull(PAGES.get(path)))).isTrue());
      }
    }
  }

  @Test
  void anEntryOfTwoRolesStandsOnce() {
    assertThat(paths(actor(SOME, Role.DEVELOPER, Role.TENANT_APPROVER)))
        .containsExactly("keys", "spend", "guardrails");
  }

  @Test
  void aPageThatSaysNothingOpensToAll() {
    assertThat(Admission.of(actor(SOME, Role.DEVELOPER), String.class)).isTrue();
    assertThat(Admission.of(actor(SOME, Role.DEVELOPER), GuardrailsPage.class)).isFalse();
    assertThat(Admission.of(actor(SOME, Role.PLATFORM_ADMIN), ReconciliationPage.class)).isTrue();
  }
}
