package io.marketplace.db.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.db.Enterprise;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.keys.KeyId;
import io.marketplace.model.quota.BudgetKind;
import io.marketplace.model.quota.BudgetLeases;
import io.marketplace.model.quota.CountBudgets;
import io.marketplace.model.quota.LabelAnswer;
import io.marketplace.model.quota.LabelAnswer.Admitted;
import io.marketplace.model.quota.LabelAnswer.Full;
import io.marketplace.model.quota.LabelWish;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** How many values of a label a key may bring up, on a real database as the gateway's own role. */
class LabelContractTest {

  private static Enterprise house;
  private static BudgetLeases leases;

  private final KeyId key = KeyId.create();

  @BeforeAll
  static void open() throws SQLException {
    house = new Enterprise();
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setUrl(house.database.url());
    dataSource.setUser("marketplace_gateway");
    dataSource.setPassword(house.database.password());
    leases = new JdbcBudgetLeases(dataSource);
  }

  @AfterAll
  static void close() throws SQLException {
    house.close();
  }

  private LabelAnswer admit(TenantId tenant, KeyId by, BudgetKind kind, String value, int most) {
    return leases.admit(new LabelWish(tenant, by, kind, value, most));
  }

  private LabelAnswer agent(String value, int most) {
    return admit(house.retail, key, BudgetKind.AGENT, value, most);
  }

  private static long rows(String where) throws SQLException {
    return house.database.number("select count(*) from label_value where " + where);
  }

  @Test
  void aKeyBringsUpSoManyValuesAndKeepsThose() {
    assertThat(agent("a", 2)).isInstanceOf(Admitted.class);
    assertThat(agent("b", 2)).isInstanceOf(Admitted.class);
    assertThat(agent("a", 2)).isInstanceOf(Admitted.class);
    LabelAnswer third = agent("c", 2);
    assertThat(third)
        .isInstanceOfSatisfying(
            Full.class, full -> assertThat(full.known()).containsOnly("a", "b"));
    assertThat(third.valid()).isPositive().isLessThanOrEqualTo(Duration.ofDays(31));
    assertThat(agent("b", 1)).isInstanceOf(Admitted.class);
    assertThat(admit(house.retail, key, BudgetKind.CUSTOMER, "c", 2)).isInstanceOf(Admitted.class);
    assertThat(admit(house.retail, KeyId.create(), BudgetKind.AGENT, "c", 2))
        .isInstanceOf(Admitted.class);
    assertThat(agent("c", 3)).isInstanceOf(Admitted.class);
  }

  @Test
  void freshValuesOverManyConnectionsFindExactlySoManyPlaces() throws Exception {
    List<Callable<Integer>> callers = new ArrayList<>();
    for (int caller = 0; caller < 8; caller++) {
      int number = caller;
      callers.add(
          () -> {
            int admitted = 0;
            for (int i = 0; i < 150; i++) {
              // half of the values are the same for all, so that places are fought for twice
              String value = i % 2 == 0 ? "shared-" + i : number + "-" + i;
              admitted += agent(value, 100) instanceof Admitted ? 1 : 0;
            }
            return admitted;
          });
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (Future<Integer> future : threads.invokeAll(callers)) {
        assertThat(future.get()).isPositive();
      }
    }
    assertThat(rows("key_id = '" + key + "'")).isEqualTo(100);
  }

  @Test
  void anotherTenantHasPlacesOfItsOwnAndPastMonthsAreForgotten() throws SQLException {
    assertThat(agent("mine", 1)).isInstanceOf(Admitted.class);
    assertThat(admit(house.capital, KeyId.create(), BudgetKind.AGENT, "mine", 1))
        .isInstanceOf(Admitted.class);
    house.get(CountBudgets.class).forget();
    assertThat(rows("key_id = '" + key + "'")).isEqualTo(1);
    house.database.execute(
        "update label_value set month = month - 31 where key_id = '" + key + "'");
    assertThat(agent("another", 1)).isInstanceOf(Admitted.class);
    house.get(CountBudgets.class).forget();
    assertThat(rows("key_id = '" + key + "'")).isEqualTo(1);
    assertThat(agent("mine", 1)).isInstanceOf(Full.class);
  }
}
