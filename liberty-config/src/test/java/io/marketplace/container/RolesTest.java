package io.marketplace.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marketplace.model.access.AccessQueries;
import io.marketplace.model.access.ApproveAccess;
import io.marketplace.model.access.RequestAccess;
import io.marketplace.model.access.RequestOutcome;
import io.marketplace.model.access.RequestState;
import io.marketplace.model.access.RequestTerms;
import io.marketplace.model.access.TermChanges;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.policy.Sensitivity;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import io.marketplace.model.tenant.ApprovalThresholds;
import io.marketplace.model.tenant.CreateApplication;
import io.marketplace.model.tenant.CreateTenant;
import java.sql.SQLException;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who may decide what, with the use cases wired as in the portal. */
@ExtendWith(ArquillianExtension.class)
class RolesTest {

  private static final RequestTerms TERMS =
      new RequestTerms(
          Tier.UTILITY,
          "answer customers",
          Sensitivity.INTERNAL,
          Optional.of(1_000L),
          NanoUsd.parse("budgetUsd", "50"),
          Optional.empty());

  private People people;
  private CreateApplication createApplication;
  private CreateTenant createTenant;
  private RequestAccess request;
  private ApproveAccess approve;
  private AccessQueries queries;

  @Deployment
  static WebArchive archive() throws SQLException {
    return ContainerArchive.on(RolesTest.class);
  }

  @BeforeEach
  void lookUp() {
    people = Beans.bean(People.class);
    createApplication = Beans.bean(CreateApplication.class);
    createTenant = Beans.bean(CreateTenant.class);
    request = Beans.bean(RequestAccess.class);
    approve = Beans.bean(ApproveAccess.class);
    queries = Beans.bean(AccessQueries.class);
  }

  @Test
  void anApproverOfTheTenantGrantsWhatADeveloperAsksFor() {
    String tenant = people.tenant();
    RequestOutcome asked = ask(people.developer(tenant));

    RequestOutcome decided =
        approve.approve(people.approver(tenant), asked.id(), "fine", TermChanges.NONE);

    assertThat(decided.state()).isEqualTo(RequestState.GRANTED);
    assertThat(decided.grant()).isPresent();
  }

  @Test
  void aDeveloperDecidesNothing() {
    String tenant = people.tenant();
    RequestOutcome asked = ask(people.developer(tenant));

    refused(
        ProblemCode.FORBIDDEN,
        () -> approve.approve(people.developer(tenant), asked.id(), "", TermChanges.NONE));
  }

  @Test
  void anApproverOfAnotherTenantFindsNothing() {
    RequestOutcome asked = ask(people.developer(people.tenant()));
    Actor stranger = people.approver(people.tenant());

    refused(
        ProblemCode.NOT_FOUND, () -> approve.approve(stranger, asked.id(), "", TermChanges.NONE));
    refused(ProblemCode.NOT_FOUND, () -> queries.request(stranger, asked.id()));
  }

  @Test
  void onlyThePlatformMakesTenants() {
    Actor approver = people.approver(people.tenant());

    refused(
        ProblemCode.FORBIDDEN,
        () -> createTenant.create(approver, "mine", "Mine", ApprovalThresholds.DEFAULT));
  }

  private RequestOutcome ask(Actor developer) {
    ApplicationId application =
        createApplication.create(developer, developer.teams().iterator().next(), "helper", "");
    return request.request(developer, application, TERMS);
  }

  private static void refused(ProblemCode code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            MarketplaceException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
