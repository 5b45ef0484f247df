package io.marketplace.db.policy;

import static io.marketplace.db.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.db.Enterprise;
import io.marketplace.model.audit.AuditEvent;
import io.marketplace.model.audit.AuditFilter;
import io.marketplace.model.audit.AuditQueries;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.policy.Policy;
import io.marketplace.model.policy.PolicyQueries;
import io.marketplace.model.policy.PolicyRule;
import io.marketplace.model.policy.PolicyVersion;
import io.marketplace.model.policy.PutPolicy;
import io.marketplace.model.policy.Sensitivity;
import io.marketplace.model.problem.ProblemCode;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Policies on a real database. */
class PolicyContractTest {

  private static final PageRequest FIRST = PageRequest.first(50);

  private Enterprise house;

  @BeforeEach
  void open() throws SQLException {
    house = new Enterprise();
  }

  @AfterEach
  void close() throws SQLException {
    house.close();
  }

  @Test
  void everyTenantStartsFromTheDefault() {
    Policy policy = house.get(PolicyQueries.class).platform(house.developer).policy();

    assertThat(policy.decide(Sensitivity.INTERNAL, "EU").lawful()).isTrue();
    assertThat(policy.decide(Sensitivity.INTERNAL, "on-premises").lawful()).isTrue();
    assertThat(policy.decide(Sensitivity.INTERNAL, "US").lawful()).isFalse();
    assertThat(policy.decide(Sensitivity.RESTRICTED, "EU").lawful()).isFalse();
    assertThat(policy.decide(Sensitivity.PUBLIC, "Atlantis").lawful()).isFalse();
    assertThat(house.get(PolicyQueries.class).ofTenant(house.developer, house.retail)).isEmpty();
  }

  @Test
  void aTenantMayOnlyBeStricter() {
    PutPolicy put = house.get(PutPolicy.class);
    List<PolicyRule> stricter =
        List.of(new PolicyRule(Sensitivity.INTERNAL, List.of("on-premises")));
    List<PolicyRule> wider = List.of(new PolicyRule(Sensitivity.INTERNAL, List.of("EU", "US")));

    PolicyVersion own = put.put(house.approver, stricter, "only here", OptionalInt.of(0));

    assertThat(own.tenant()).contains(house.retail);
    assertThat(own.version()).isEqualTo(1);
    assertThat(house.get(PolicyQueries.class).ofTenant(house.developer, house.retail))
        .map(PolicyVersion::rules)
        .contains(stricter);
    assertRefused(
            ProblemCode.INVALID_REQUEST,
            () -> put.put(house.approver, wider, "", OptionalInt.empty()))
        .hasMessageContaining("internal → US");
  }

  @Test
  void anotherTenantsPolicyIsNotThere() {
    house
        .get(PutPolicy.class)
        .put(house.approver, List.of(), "nothing goes anywhere", OptionalInt.empty());

    PolicyQueries queries = house.get(PolicyQueries.class);
    assertRefused(ProblemCode.NOT_FOUND, () -> queries.ofTenant(house.otherApprover, house.retail));
    assertThat(queries.versions(house.otherApprover, FIRST).items())
        .allMatch(version -> version.tenant().isEmpty());
    assertThat(queries.versions(house.admin, FIRST).items())
        .anyMatch(version -> version.tenant().filter(house.retail::equals).isPresent());
  }

  @Test
  void thePlatformsPolicyIsTheAdministratorsAndVersioned() {
    PutPolicy put = house.get(PutPolicy.class);
    List<PolicyRule> rules =
        List.of(
            new PolicyRule(Sensitivity.PUBLIC, List.of("US", "EU")),
            new PolicyRule(Sensitivity.PUBLIC, List.of("EU")));

    PolicyVersion next = put.put(house.admin, rules, "note", OptionalInt.of(1));

    assertThat(next.version()).isEqualTo(2);
    assertThat(next.tenant()).isEmpty();
    assertThat(next.rules())
        .containsExactly(new PolicyRule(Sensitivity.PUBLIC, List.of("EU", "US")));
    assertRefused(
        ProblemCode.CONFLICT, () -> put.put(house.admin, rules, "note", OptionalInt.of(1)));
    assertRefused(
        ProblemCode.FORBIDDEN, () -> put.put(house.developer, rules, "", OptionalInt.empty()));
    assertRefused(
        ProblemCode.INVALID_REQUEST,
        () ->
            put.put(
                house.admin,
                List.of(new PolicyRule(Sensitivity.PUBLIC, List.of())),
                "",
                OptionalInt.empty()));
    assertThat(
            house
                .get(AuditQueries.class)
                .events(house.admin, AuditFilter.about("policy", "platform"), FIRST)
                .items())
        .extracting(AuditEvent::action)
        .containsExactly("policy.put");
  }
}
