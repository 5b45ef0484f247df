package io.marketplace.db.kernel;

import static io.marketplace.db.Enterprise.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marketplace.db.Enterprise;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.Scope;
import io.marketplace.model.kernel.Work;
import io.marketplace.model.keys.IssueKey;
import io.marketplace.model.keys.KeyWish;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Row-level security, asked of the database itself: below all that the use cases check. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class IsolationContractTest {

  private static final List<String> OF_TENANTS =
      List.of(
          "tenant",
          "team",
          "application",
          "person",
          "team_member",
          "access_request",
          "access_decision",
          "access_grant",
          "virtual_key",
          "key_secret",
          "key_use",
          "usage_row",
          "call_trace",
          "usage_hour",
          "speed_sum",
          "retention",
          "retention_run",
          "trace_chunk",
          "budget",
          "budget_window",
          "budget_recount",
          "audit_event",
          "audit_head",
          "idempotency_key");

  private Enterprise e;

  @BeforeAll
  void start() throws SQLException {
    e = new Enterprise();
    ApplicationId application = e.application("full");
    e.grant(application, terms(Tier.UTILITY));
    e.get(IssueKey.class).issue(e.developer, application, KeyWish.of("key", Set.of(Tier.UTILITY)));
  }

  @AfterAll
  void stop() throws SQLException {
    e.close();
  }

  @Test
  void withoutATenantThereIsNoRow() throws SQLException {
    try (Connection portal = e.database.portal();
        Statement statement = portal.createStatement()) {
      for (String table : OF_TENANTS) {
        assertThat(count(statement, table)).as(table).isZero();
      }
    }
  }

  @Test
  void anotherTenantsRowsAreNeitherReadNorWritten() {
    Work work = e.get(Work.class);
    Sql sql = e.get(Sql.class);
    List<String> seen =
        work.in(
            new Scope.OfTenant(e.capital),
            () -> {
              List<String> tables = new ArrayList<>();
              for (String table : OF_TENANTS) {
                String column = table.equals("tenant") ? "id" : "tenant_id";
                if (sql.one(
                        "select count(*) from " + table + " where " + column + " <> ?",
                        row -> row.number(1),
                        e.capital.value())
                    .filter(n -> n > 0)
                    .isPresent()) {
                  tables.add(table);
                }
              }
              return tables;
            });
    assertThat(seen).isEmpty();
    assertThat(
            work.in(
                new Scope.OfTenant(e.capital),
                () -> sql.change("update application set name = 'taken'")))
        .isZero();
    assertThatThrownBy(
            () ->
                work.in(
                    new Scope.OfTenant(e.capital),
                    () ->
                        sql.change(
                            """
                            insert into team (id, tenant_id, slug, name)
                            values (gen_random_uuid(), ?, 'sneaky', 'x')
                            """,
                            e.retail.value())))
        .hasMessageContaining("row-level security");
  }

  @Test
  void theScopeEndsWithItsTransaction() {
    Work work = e.get(Work.class);
    Sql sql = e.get(Sql.class);
    String role = work.in(Scope.PLATFORM, () -> current(sql));
    assertThat(role).isEqualTo("marketplace_platform");
    assertThat(work.in(new Scope.OfTenant(e.retail), () -> current(sql)))
        .isEqualTo("marketplace_portal");
    assertThatThrownBy(
            () ->
                work.in(
                    Scope.PLATFORM,
                    () -> work.in(new Scope.OfTenant(e.retail), () -> current(sql))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("inside another");
  }

  @Test
  void everyTableIsForced() throws SQLException {
    try (Connection admin = e.database.admin();
        Statement statement = admin.createStatement();
        ResultSet open =
            statement.executeQuery(
                """
                select relname from pg_class where relnamespace = 'marketplace'::regnamespace
                  and relkind in ('r', 'p') and not (relrowsecurity and relforcerowsecurity)
                  and relname <> 'flyway_schema_history'
                """)) {
      List<String> names = new ArrayList<>();
      while (open.next()) {
        names.add(open.getString(1));
      }
      assertThat(names).isEmpty();
    }
  }

  private static String current(Sql sql) {
    return sql.one("select current_user", row -> row.text(1)).orElseThrow();
  }

  private static long count(Statement statement, String table) throws SQLException {
    try (ResultSet result = statement.executeQuery("select count(*) from " + table)) {
      result.next();
      return result.getLong(1);
    }
  }
}
