package io.marketplace.db.tenant;

import static io.marketplace.db.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.db.Enterprise;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.problem.ProblemCode;
import io.marketplace.model.tenant.KeepStartPage;
import io.marketplace.model.tenant.TenantQueries;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class StartPageContractTest {

  private Enterprise e;

  @BeforeAll
  void start() throws SQLException {
    e = new Enterprise();
  }

  @AfterAll
  void stop() throws SQLException {
    e.close();
  }

  private void keep(Actor actor, String path) {
    e.get(KeepStartPage.class).keep(actor, path);
  }

  @Test
  void everybodyKeepsTheirOwnAlsoAcrossSignIns() {
    TenantQueries queries = e.get(TenantQueries.class);
    assertThat(queries.startPage(e.developer)).isEmpty();
    for (Actor actor : List.of(e.developer, e.approver, e.admin, e.finops)) {
      keep(actor, "spend");
      assertThat(queries.startPage(actor)).contains("spend");
    }
    keep(e.developer, "keys");
    keep(e.developer, "keys");
    Actor again = e.join("dev-retail", Set.of("/retail/payments"), "developer");
    assertThat(queries.startPage(again)).contains("keys");
    assertThat(queries.startPage(e.approver)).contains("spend");
    assertThat(queries.startPage(e.colleague)).isEmpty();
    keep(e.developer, "");
    assertThat(queries.startPage(e.developer)).contains("");
  }

  @Test
  void onlyAPagesAddressIsKept() {
    for (String bad :
        List.of("../admin", "https://example.com", "Spend", "a b", "x".repeat(41), "<b>", "a/b")) {
      assertRefused(ProblemCode.INVALID_REQUEST, () -> keep(e.colleague, bad));
    }
    assertThat(e.get(TenantQueries.class).startPage(e.colleague)).isEmpty();
  }
}
