package io.marketplace.db.policy;

import static io.marketplace.db.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.db.Enterprise;
import io.marketplace.model.audit.AuditEvent;
import io.marketplace.model.audit.AuditFilter;
import io.marketplace.model.audit.AuditQueries;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.policy.ConditionTest;
import io.marketplace.model.policy.DecidePolicy;
import io.marketplace.model.policy.Law;
import io.marketplace.model.policy.PolicyCondition;
import io.marketplace.model.policy.PolicyDocument;
import io.marketplace.model.policy.PolicyQueries;
import io.marketplace.model.policy.PolicyRule;
import io.marketplace.model.policy.PolicyVersion;
import io.marketplace.model.policy.ProviderAttribute;
import io.marketplace.model.policy.ProviderTraits;
import io.marketplace.model.policy.PutPolicy;
import io.marketplace.model.policy.RuleEffect;
import io.marketplace.model.policy.RuleInclude;
import io.marketplace.model.policy.RuleSet;
import io.marketplace.model.policy.Sensitivity;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import io.marketplace.model.routing.ProviderForm;
import io.marketplace.model.routing.RegisterProvider;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
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

  private static PolicyDocument allows(PolicyRule... rules) {
    return PolicyDocument.of(List.of(rules));
  }

  private void provider(String name, String jurisdiction) {
    house
        .get(RegisterProvider.class)
        .register(
            house.admin,
            new ProviderForm(name, jurisdiction, List.of(jurisdiction), Map.of("dpa", true)));
  }

  private static ProviderTraits of(String jurisdiction) {
    return ProviderTraits.of("p", jurisdiction, List.of(), Map.of());
  }

  @Test
  void everyTenantStartsFromTheDefault() {
    PolicyVersion version = house.get(PolicyQueries.class).platform(house.developer);
    Law law = Law.of(Optional.of(version), Optional.empty());

    assertThat(law.decide(Sensitivity.INTERNAL, of("EU")).lawful()).isTrue();
    assertThat(law.decide(Sensitivity.INTERNAL, of("on-premises")).lawful()).isTrue();
    assertThat(law.decide(Sensitivity.INTERNAL, of("US")).lawful()).isFalse();
    assertThat(law.decide(Sensitivity.RESTRICTED, of("EU")).lawful()).isFalse();
    assertThat(law.decide(Sensitivity.PUBLIC, of("Atlantis")).lawful()).isFalse();
    assertThat(law.decide(Sensitivity.PUBLIC, of("EU")).rules())
        .isEqualTo("platform policy 1/allow-public");
    assertThat(house.get(PolicyQueries.class).ofTenant(house.developer, house.retail)).isEmpty();
  }

  @Test
  void rulesOfAnOlderFormAreReadAsTheyWere() throws SQLException {
    house.database.execute(
        "insert into policy (id, version, rules, created_by) values (gen_random_uuid(), 2,"
            + " '[{\"sensitivity\": \"internal\", \"jurisdictions\": [\"US\"]}]', 'before')");
    PolicyVersion version = house.get(PolicyQueries.class).platform(house.developer);
    assertThat(version.document())
        .isEqualTo(allows(PolicyRule.allow(Sensitivity.INTERNAL, List.of("US"))));
  }

  @Test
  void aTenantMayOnlyBeStricter() {
    PutPolicy put = house.get(PutPolicy.class);
    PolicyDocument stricter =
        allows(PolicyRule.allow(Sensitivity.INTERNAL, List.of("on-premises")));
    PolicyDocument wider = allows(PolicyRule.allow(Sensitivity.INTERNAL, List.of("EU", "US")));

    PolicyVersion own = put.put(house.approver, stricter, "only here", OptionalInt.of(0));

    assertThat(own.tenant()).contains(house.retail);
    assertThat(own.version()).isEqualTo(1);
    assertThat(house.get(PolicyQueries.class).ofTenant(house.developer, house.retail))
        .map(PolicyVersion::document)
        .contains(stricter);
    assertRefused(
            ProblemCode.INVALID_REQUEST,
            () -> put.put(house.approver, wider, "", OptionalInt.empty()))
        .hasMessageContaining("internal → US");
  }

  @Test
  void everythingARuleCanSayIsKept() {
    provider("Euro", "EU");
    PolicyDocument document =
        new PolicyDocument(
            List.of(
                new RuleInclude("agreed"),
                new PolicyRule(
                    "not-china",
                    RuleEffect.DENY,
                    EnumSet.allOf(Sensitivity.class),
                    List.of(
                        new PolicyCondition(
                            ProviderAttribute.PLACE, ConditionTest.ANY_OF, List.of("CN"))))),
            List.of(
                new RuleSet(
                    "agreed",
                    List.of(
                        new PolicyRule(
                            "with-dpa",
                            RuleEffect.ALLOW,
                            EnumSet.of(Sensitivity.INTERNAL),
                            List.of(
                                new PolicyCondition(
                                    ProviderAttribute.CONTRACT,
                                    ConditionTest.ALL_OF,
                                    List.of("dpa"))))))));
    house.get(PutPolicy.class).put(house.admin, document, "", OptionalInt.of(1));

    assertThat(house.get(PolicyQueries.class).platform(house.developer).document())
        .isEqualTo(document);
    DecidePolicy.Explanation explained =
        house
            .get(DecidePolicy.class)
            .decide(
                house.developer,
                new DecidePolicy.Question(
                    Sensitivity.INTERNAL, Optional.empty(), Optional.of("euro"), Optional.empty()));
    assertThat(explained.lawful()).isTrue();
    assertThat(explained.hops().getFirst().verdict().rules())
        .isEqualTo("platform policy 2/with-dpa");
  }

  @Test
  void anotherTenantsPolicyIsNotThere() {
    house
        .get(PutPolicy.class)
        .put(house.approver, PolicyDocument.NOTHING, "nothing goes", OptionalInt.empty());

    PolicyQueries queries = house.get(PolicyQueries.class);
    assertRefused(ProblemCode.NOT_FOUND, () -> queries.ofTenant(house.otherApprover, house.retail));
    assertThat(queries.versions(house.otherApprover, FIRST).items())
        .allMatch(version -> version.tenant().isEmpty());
    assertThat(queries.versions(house.admin, FIRST).items())
        .anyMatch(version -> version.tenant().filter(house.retail::equals).isPresent());
    assertRefused(
        ProblemCode.NOT_FOUND,
        () ->
            house
                .get(DecidePolicy.class)
                .decide(
                    house.otherApprover,
                    new DecidePolicy.Question(
                        Sensitivity.PUBLIC,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(house.retail))));
    assertRefused(
        ProblemCode.NOT_FOUND,
        () -> house.get(PutPolicy.class).rollBack(house.otherApprover, 1, "", OptionalInt.empty()));
  }

  @Test
  void thePlatformsPolicyIsTheAdministratorsAndVersioned() {
    PutPolicy put = house.get(PutPolicy.class);
    PolicyDocument rules = allows(PolicyRule.allow(Sensitivity.PUBLIC, List.of("EU", "US")));

    PolicyVersion next = put.put(house.admin, rules, "note", OptionalInt.of(1));

    assertThat(next.version()).isEqualTo(2);
    assertThat(next.tenant()).isEmpty();
    assertThat(next.document()).isEqualTo(rules);
    assertRefused(
        ProblemCode.CONFLICT, () -> put.put(house.admin, rules, "note", OptionalInt.of(1)));
    assertRefused(
        ProblemCode.FORBIDDEN, () -> put.put(house.developer, rules, "", OptionalInt.empty()));
    assertRefused(
        ProblemCode.INVALID_REQUEST,
        () ->
            put.put(
                house.admin,
                allows(PolicyRule.allow(Sensitivity.PUBLIC, List.of("Mars"))),
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

  @Test
  void anEarlierVersionIsPutInForceAgainAsANewOne() {
    PutPolicy put = house.get(PutPolicy.class);
    PolicyVersion first = house.get(PolicyQueries.class).platform(house.admin);
    put.put(house.admin, PolicyDocument.NOTHING, "a mistake", OptionalInt.of(1));

    PolicyVersion back = put.rollBack(house.admin, 1, "", OptionalInt.of(2));

    assertThat(back.version()).isEqualTo(3);
    assertThat(back.document()).isEqualTo(first.document());
    assertThat(back.note()).isEqualTo("Back to version 1");
    assertRefused(ProblemCode.CONFLICT, () -> put.rollBack(house.admin, 1, "", OptionalInt.of(2)));
    assertRefused(
        ProblemCode.NOT_FOUND, () -> put.rollBack(house.admin, 9, "", OptionalInt.empty()));
  }

  @Test
  void ofTwoWhoWriteAtOnceOneIsTold() throws InterruptedException {
    PutPolicy put = house.get(PutPolicy.class);
    int writers = 8;
    AtomicInteger written = new AtomicInteger();
    Queue<ProblemCode> refusals = new ConcurrentLinkedQueue<>();
    CountDownLatch start = new CountDownLatch(1);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < writers; i++) {
      threads.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      start.await();
                      put.put(house.admin, PolicyDocument.NOTHING, "race", OptionalInt.of(1));
                      written.incrementAndGet();
                    } catch (MarketplaceException e) {
                      refusals.add(e.code());
                    } catch (InterruptedException e) {
                      Thread.currentThread().interrupt();
                    }
                  }));
    }
    start.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(written).hasValue(1);
    assertThat(refusals).hasSize(writers - 1).containsOnly(ProblemCode.CONFLICT);
  }
}
