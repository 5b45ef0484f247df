package io.marketplace.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.kernel.Scope;
import io.marketplace.model.kernel.TeamId;
import io.marketplace.model.kernel.Work;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.tenant.ApplicationFilter;
import io.marketplace.model.tenant.CreateApplication;
import io.marketplace.model.tenant.TenantQueries;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Units of work on the server's own transactions (JTA). */
@ExtendWith(ArquillianExtension.class)
class TransactionsTest {

  private Work work;
  private People people;
  private CreateApplication createApplication;
  private TenantQueries queries;

  @Deployment
  static WebArchive archive() throws SQLException {
    return ContainerArchive.on(TransactionsTest.class);
  }

  @BeforeEach
  void lookUp() {
    work = Beans.bean(Work.class);
    people = Beans.bean(People.class);
    createApplication = Beans.bean(CreateApplication.class);
    queries = Beans.bean(TenantQueries.class);
  }

  @Test
  void whatReturnsIsCommittedWithItsAuditEvent() {
    String tenant = people.tenant();
    Actor developer = people.developer(tenant);
    TeamId team = developer.teams().iterator().next();

    createApplication.create(developer, team, "kept", "");

    assertThat(
            queries.applications(developer, ApplicationFilter.LIVE, PageRequest.first(10)).items())
        .extracting(view -> view.name())
        .containsExactly("kept");
  }

  @Test
  void whatThrowsLeavesNothing() {
    String tenant = people.tenant();
    Actor developer = people.developer(tenant);
    TeamId team = developer.teams().iterator().next();
    createApplication.create(developer, team, "twice", "");

    assertThatThrownBy(() -> createApplication.create(developer, team, "twice", ""))
        .isInstanceOf(MarketplaceException.class);

    assertThat(
            queries.applications(developer, ApplicationFilter.LIVE, PageRequest.first(10)).items())
        .hasSize(1);
  }

  @Test
  void aUnitOfWorkDoesNotBeginInsideAnother() {
    assertThatThrownBy(() -> work.in(Scope.PLATFORM, () -> work.in(Scope.PLATFORM, () -> "inner")))
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  void theScopeEndsWithTheTransactionOnEveryPooledConnection() throws SQLException {
    DataSource database = Beans.database();
    String tenant = people.tenant();
    Actor developer = people.developer(tenant);
    for (int i = 0; i < 8; i++) {
      work.in(developer.scope(), () -> "a tenant's");
      work.in(Scope.PLATFORM, () -> "the platform's");
      try (Connection connection = database.getConnection();
          Statement statement = connection.createStatement();
          ResultSet row =
              statement.executeQuery(
                  "select current_user, coalesce(current_setting('marketplace.tenant', true), ''),"
                      + " (select count(*) from marketplace.team)")) {
        assertThat(row.next()).isTrue();
        assertThat(row.getString(1)).isEqualTo("marketplace_portal");
        assertThat(row.getString(2)).isEmpty();
        assertThat(row.getInt(3)).isZero();
      }
    }
  }
}
