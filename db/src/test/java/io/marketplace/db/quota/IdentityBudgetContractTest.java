package io.marketplace.db.quota;

import static io.marketplace.db.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.marketplace.db.Enterprise;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.keys.IssueKey;
import io.marketplace.model.keys.IssuedKey;
import io.marketplace.model.keys.KeyWish;
import io.marketplace.model.keys.MintSubKey;
import io.marketplace.model.keys.PinnedAttribution;
import io.marketplace.model.keys.SubKeyWish;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import io.marketplace.model.quota.BudgetId;
import io.marketplace.model.quota.BudgetKind;
import io.marketplace.model.quota.BudgetPeriod;
import io.marketplace.model.quota.BudgetQueries;
import io.marketplace.model.quota.BudgetScope;
import io.marketplace.model.quota.BudgetTerms;
import io.marketplace.model.quota.BudgetWish;
import io.marketplace.model.quota.RemoveBudget;
import io.marketplace.model.quota.SetBudget;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Budgets on people and machine clients, on a real database. */
class IdentityBudgetContractTest {

  private static Enterprise house;

  @BeforeAll
  static void open() throws SQLException {
    house = new Enterprise();
  }

  @AfterAll
  static void close() throws SQLException {
    house.close();
  }

  private static BudgetId set(Actor actor, String id, Optional<TenantId> tenant) {
    BudgetTerms terms = new BudgetTerms(BudgetPeriod.WEEK, "UTC", new NanoUsd(1_000_000), 80);
    return house
        .get(SetBudget.class)
        .set(actor, new BudgetWish(BudgetScope.parse("identity", id), tenant, terms));
  }

  private static BudgetId set(Actor actor, String id) {
    return set(actor, id, Optional.empty());
  }

  @Test
  void aPersonIsNamedByIdentifierOrEMailAndShownByName() {
    BudgetId id = set(house.approver, "Dev-Retail@Example.COM");
    assertThat(set(house.approver, house.developer.person().toString())).isEqualTo(id);
    assertThat(set(house.admin, house.developer.person().toString())).isEqualTo(id);
    assertThat(house.get(BudgetQueries.class).budget(house.finops, id))
        .matches(view -> view.name().equals(Optional.of("dev-retail")))
        .matches(
            view ->
                view.budget()
                    .scope()
                    .equals(
                        new BudgetScope(BudgetKind.IDENTITY, house.developer.person().toString())));
    BudgetId each = set(house.approver, "*");
    assertThat(
            house.get(BudgetQueries.class).budgets(house.approver, PageRequest.first(50)).items())
        .extracting(view -> view.budget().id())
        .contains(id, each);
    assertRefused(
        ProblemCode.NOT_FOUND,
        () -> house.get(BudgetQueries.class).budget(house.otherApprover, id));
    assertRefused(
        ProblemCode.NOT_FOUND, () -> house.get(RemoveBudget.class).remove(house.otherApprover, id));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nobody@example.com",
        "01930000-0000-7000-8000-00000000dead",
        "nonsense",
        "dev-capital@example.com"
      })
  void whoIsNotOfTheTenantIsNotThere(String id) {
    assertRefused(ProblemCode.NOT_FOUND, () -> set(house.approver, id))
        .extracting(refusal -> ((MarketplaceException) refusal).field())
        .isEqualTo(Optional.of("scope.id"));
  }

  @Test
  void nobodyIsNamedByNothing() {
    assertRefused(ProblemCode.INVALID_REQUEST, () -> set(house.approver, " "));
  }

  @Test
  void anotherTenantsPersonIsNotThereByIdentifierEither() {
    assertRefused(
        ProblemCode.NOT_FOUND, () -> set(house.approver, house.otherDeveloper.person().toString()));
    assertRefused(
        ProblemCode.NOT_FOUND, () -> set(house.otherApprover, "*", Optional.of(house.retail)));
    assertRefused(
        ProblemCode.FORBIDDEN, () -> set(house.developer, house.developer.person().toString()));
    assertRefused(ProblemCode.INVALID_REQUEST, () -> set(house.admin, "*"));
  }

  @Test
  void anEMailAddressOfSeveralIsRefused() throws SQLException {
    house.database.execute(
        "update person set email = 'shared@example.com' where username in ('colleague', 'stranger')");
    assertRefused(ProblemCode.CONFLICT, () -> set(house.approver, "shared@example.com"));
  }

  @Test
  void theSnapshotNamesWhoIssuedTheKeyOfASubKeyItsParents() throws Exception {
    ApplicationId application = house.application("identities");
    house.grant(application, Enterprise.terms(Tier.UTILITY));
    IssuedKey key =
        house
            .get(IssueKey.class)
            .issue(house.developer, application, KeyWish.of("key", Set.of(Tier.UTILITY)));
    PinnedAttribution bot = Enterprise.agent("bot");
    IssuedKey sub =
        house.get(MintSubKey.class).mint(house.colleague, key.id(), SubKeyWish.of("sub", bot));
    Map<String, String> identities = new HashMap<>();
    for (JsonNode node : new ObjectMapper().readTree(snapshot()).path("keys")) {
      identities.put(node.path("id").asText(), node.path("identity").asText());
    }
    assertThat(identities)
        .containsEntry(key.id().toString(), house.developer.person().toString())
        .containsEntry(sub.id().toString(), house.developer.person().toString());
  }

  private static String snapshot() throws SQLException {
    return house.database.snapshot();
  }
}
