package io.marketplace.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.kernel.Scope;
import io.marketplace.model.kernel.Work;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import io.marketplace.model.tenant.Application;
import io.marketplace.model.tenant.ApplicationFilter;
import io.marketplace.model.tenant.CreateApplication;
import io.marketplace.model.tenant.TenantQueries;
import java.sql.SQLException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One tenant's rows stay its own inside the server, through the use cases and beneath them. */
@ExtendWith(ArquillianExtension.class)
class TenantIsolationTest {

  private Work work;
  private People people;
  private CreateApplication createApplication;
  private TenantQueries queries;

  @Deployment
  static WebArchive archive() throws SQLException {
    return ContainerArchive.on(TenantIsolationTest.class);
  }

  @BeforeEach
  void lookUp() {
    work = Beans.bean(Work.class);
    people = Beans.bean(People.class);
    createApplication = Beans.bean(CreateApplication.class);
    queries = Beans.bean(TenantQueries.class);
  }

  @Test
  void anotherTenantsApplicationDoesNotExist() {
    Actor owner = people.developer(people.tenant());
    Actor stranger = people.developer(people.tenant());
    ApplicationId id =
        createApplication.create(owner, owner.teams().iterator().next(), "secret", "");

    assertThat(queries.application(owner, id).name()).isEqualTo("secret");
    assertThatThrownBy(() -> queries.application(stranger, id))
        .isInstanceOfSatisfying(
            MarketplaceException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.NOT_FOUND));
    assertThat(
            queries.applications(stranger, ApplicationFilter.LIVE, PageRequest.first(10)).items())
        .isEmpty();
  }

  @Test
  void theEntityManagerSeesOnlyTheTransactionsTenant() {
    Actor owner = people.developer(people.tenant());
    Actor stranger = people.developer(people.tenant());
    ApplicationId id = createApplication.create(owner, owner.teams().iterator().next(), "mine", "");

    assertThat(found(owner.scope(), id)).isTrue();
    assertThat(found(stranger.scope(), id)).isFalse();
    assertThat(found(Scope.PLATFORM, id)).isTrue();
  }

  @Test
  void aWriteIntoAnotherTenantIsRefusedByTheDatabase() {
    Actor owner = people.developer(people.tenant());
    Actor stranger = people.developer(people.tenant());
    ApplicationId id =
        createApplication.create(owner, owner.teams().iterator().next(), "untouched", "");

    int changed =
        work.in(
            stranger.scope(),
            () ->
                Beans.entities()
                    .createNativeQuery(
                        "update marketplace.application set name = 'taken' where id = ?1")
                    .setParameter(1, id.value())
                    .executeUpdate());

    assertThat(changed).isZero();
    assertThat(queries.application(owner, id).name()).isEqualTo("untouched");
  }

  private boolean found(Scope scope, ApplicationId id) {
    return work.in(scope, () -> Beans.entities().find(Application.class, id.value()) != null);
  }
}
