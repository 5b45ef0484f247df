package io.marketplace.db.keys;

import static io.marketplace.db.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marketplace.db.Enterprise;
import io.marketplace.model.audit.AuditEvent;
import io.marketplace.model.audit.AuditFilter;
import io.marketplace.model.audit.AuditQueries;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.keys.IssueKey;
import io.marketplace.model.keys.KeyId;
import io.marketplace.model.keys.KeyWish;
import io.marketplace.model.keys.MintSubKey;
import io.marketplace.model.keys.SubKeyWish;
import io.marketplace.model.problem.ProblemCode;
import io.marketplace.model.quota.BudgetKind;
import io.marketplace.model.quota.BudgetPeriod;
import io.marketplace.model.quota.BudgetQueries;
import io.marketplace.model.quota.BudgetScope;
import io.marketplace.model.quota.BudgetTerms;
import io.marketplace.model.quota.BudgetWish;
import io.marketplace.model.quota.SetBudget;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys that are issued with a budget, on a real database. */
class KeyBudgetContractTest {

  private static final PageRequest FIRST = PageRequest.first(50);
  private static final BudgetTerms TEN_A_MONTH =
      new BudgetTerms(BudgetPeriod.MONTH, "UTC", new NanoUsd(10_000_000_000L), 70);

  private Enterprise house;
  private ApplicationId wallet;

  @BeforeEach
  void open() throws SQLException {
    house = new Enterprise();
    wallet = house.application("wallet");
    house.grant(wallet, Enterprise.terms(Tier.UTILITY));
  }

  @AfterEach
  void close() throws SQLException {
    house.close();
  }

  private KeyId issue(Tier tier) {
    return house
        .get(IssueKey.class)
        .issue(
            house.developer, wallet, KeyWish.of("budgeted", Set.of(tier)).withBudget(TEN_A_MONTH))
        .id();
  }

  private KeyId mint(KeyId parent) {
    return house
        .get(MintSubKey.class)
        .mint(
            house.developer,
            parent,
            SubKeyWish.of("sub", Enterprise.agent("bot")).withBudget(TEN_A_MONTH))
        .id();
  }

  private void admin(String sql) throws SQLException {
    house.database.execute(sql);
  }

  private long number(String sql) throws SQLException {
    return house.database.number(sql);
  }

  @Test
  void keyAndSubKeyBearTheirBudgetsFromTheBeginning() {
    KeyId key = issue(Tier.UTILITY);
    KeyId sub = mint(key);
    assertThat(house.get(BudgetQueries.class).budgets(house.developer, FIRST).items())
        .extracting(view -> view.budget().scope())
        .containsExactlyInAnyOrder(
            new BudgetScope(BudgetKind.KEY, key.toString()),
            new BudgetScope(BudgetKind.KEY, sub.toString()));
    assertThat(house.get(BudgetQueries.class).budgets(house.developer, FIRST).items())
        .allMatch(view -> view.budget().terms().equals(TEN_A_MONTH));
    assertThat(
            house
                .get(AuditQueries.class)
                .events(
                    house.admin,
                    new AuditFilter(
                        Optional.empty(),
                        Optional.of("budget.set"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                    FIRST)
                .items())
        .hasSize(2)
        .extracting(AuditEvent::action)
        .containsOnly("budget.set");
  }

  @Test
  void whoIssuedItCannotWidenItAfterwards() {
    KeyId key = issue(Tier.UTILITY);
    BudgetTerms more = new BudgetTerms(BudgetPeriod.MONTH, "UTC", new NanoUsd(99_000_000_000L), 70);
    assertRefused(
        ProblemCode.FORBIDDEN,
        () ->
            house
                .get(SetBudget.class)
                .set(
                    house.developer,
                    new BudgetWish(
                        new BudgetScope(BudgetKind.KEY, key.toString()), Optional.empty(), more)));
  }

  @Test
  void aKeyThatIsRefusedLeavesNoBudget() throws SQLException {
    assertRefused(ProblemCode.TIER_NOT_GRANTED, () -> issue(Tier.VISION));
    assertThat(number("select count(*) from budget")).isZero();
  }

  @Test
  void aBudgetThatFailsLeavesNoKey() throws SQLException {
    KeyId parent = issue(Tier.UTILITY);
    admin("revoke insert on budget from marketplace_portal");
    assertThatThrownBy(() -> issue(Tier.UTILITY)).isInstanceOf(RuntimeException.class);
    assertThatThrownBy(() -> mint(parent)).isInstanceOf(RuntimeException.class);
    assertThat(number("select count(*) from virtual_key")).isEqualTo(1);
    assertThat(number("select count(*) from key_secret")).isEqualTo(1);
    assertThat(number("select count(*) from audit_event where action like 'key.%'")).isEqualTo(1);
  }
}
