package io.marketplace.db.guard;

import static io.marketplace.db.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.db.Enterprise;
import io.marketplace.db.json.Json;
import io.marketplace.guard.RuleScreens;
import io.marketplace.model.audit.AuditEvent;
import io.marketplace.model.audit.AuditFilter;
import io.marketplace.model.audit.AuditQueries;
import io.marketplace.model.guard.Detector;
import io.marketplace.model.guard.GuardAction;
import io.marketplace.model.guard.GuardRule;
import io.marketplace.model.guard.GuardrailQueries;
import io.marketplace.model.guard.GuardrailVersion;
import io.marketplace.model.guard.PutGuardrails;
import io.marketplace.model.guard.ScreenReport;
import io.marketplace.model.guard.Screens;
import io.marketplace.model.guard.Side;
import io.marketplace.model.guard.TestGuardrails;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Guardrails on a real database. */
class GuardrailContractTest {

  private static final PageRequest FIRST = PageRequest.first(50);
  private static final GuardRule IBAN = GuardRule.of("iban", Detector.IBAN, GuardAction.REDACT);
  private static final GuardRule FALCON =
      GuardRule.of("falcon", Detector.TERMS, GuardAction.BLOCK, "Project Falcon");

  private Enterprise house;

  @BeforeEach
  void open() throws SQLException {
    house = new Enterprise();
    house.marketplace.with(Screens.class, new RuleScreens());
  }

  @AfterEach
  void close() throws SQLException {
    house.close();
  }

  private PutGuardrails put() {
    return house.get(PutGuardrails.class);
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    GuardRule whole =
        new GuardRule(
            "long",
            Detector.SIZE,
            Set.of(Side.PROMPT),
            GuardAction.BLOCK,
            Set.of("chat", "mail"),
            List.of(),
            Optional.of(5_000));

    put().put(house.admin, List.of(IBAN, whole, FALCON), "first", OptionalInt.of(0));

    assertThat(house.get(GuardrailQueries.class).platform(house.auditor))
        .map(GuardrailVersion::rules)
        .contains(List.of(IBAN, whole, FALCON));
  }

  @Test
  void badRulesAreRefusedAndNothingIsWritten() {
    List<GuardRule> bad =
        List.of(
            GuardRule.of("Bad Name", Detector.IBAN, GuardAction.FLAG),
            GuardRule.of("x", Detector.TERMS, GuardAction.FLAG),
            GuardRule.of("x", Detector.IBAN, GuardAction.FLAG, "value"),
            GuardRule.of("x", Detector.PATTERN, GuardAction.FLAG, "(a"),
            GuardRule.of("x", Detector.PATTERN, GuardAction.FLAG, "((a{500}){500}){500}"),
            GuardRule.of("x", Detector.PATTERN, GuardAction.FLAG, "a*"),
            GuardRule.of("x", Detector.NATIONAL_ID, GuardAction.FLAG, "ZZ"),
            GuardRule.of("x", Detector.SIZE, GuardAction.BLOCK),
            GuardRule.of("x", Detector.TERMS, GuardAction.FLAG, "\u202Ebad"));
    for (GuardRule rule : bad) {
      assertRefused(
              ProblemCode.INVALID_REQUEST,
              () -> put().put(house.admin, List.of(rule), "", OptionalInt.empty()))
          .satisfies(
              refused ->
                  assertThat(((MarketplaceException) refused).field().orElse(""))
                      .startsWith("rules[0]."));
    }
    assertRefused(
        ProblemCode.INVALID_REQUEST,
        () -> put().put(house.admin, List.of(IBAN, IBAN), "", OptionalInt.empty()));
    assertThat(house.get(GuardrailQueries.class).platform(house.admin)).isEmpty();
  }

  @Test
  void anotherTenantsGuardrailsAreNotThere() {
    put().put(house.approver, List.of(FALCON), "secret project", OptionalInt.of(0));

    GuardrailQueries queries = house.get(GuardrailQueries.class);
    assertThat(queries.ofTenant(house.approver, house.retail)).isPresent();
    assertRefused(ProblemCode.NOT_FOUND, () -> queries.ofTenant(house.otherApprover, house.retail));
    assertThat(queries.versions(house.otherApprover, FIRST).items()).isEmpty();
    assertThat(queries.versions(house.admin, FIRST).items()).hasSize(1);
    ScreenReport elsewhere =
        house
            .get(TestGuardrails.class)
            .test(
                house.otherApprover,
                "Project Falcon",
                Side.PROMPT,
                Optional.empty(),
                Optional.empty());
    assertThat(elsewhere.findings()).isEmpty();
  }

  @Test
  void developersNeitherWriteNorReadThem() {
    assertRefused(
        ProblemCode.FORBIDDEN,
        () -> put().put(house.developer, List.of(IBAN), "", OptionalInt.empty()));
    assertRefused(
        ProblemCode.FORBIDDEN, () -> house.get(GuardrailQueries.class).platform(house.developer));
    assertRefused(
        ProblemCode.FORBIDDEN,
        () ->
            house
                .get(TestGuardrails.class)
                .test(house.developer, "x", Side.PROMPT, Optional.empty(), Optional.empty()));
  }

  @Test
  void theTesterReadsAsTheGatewayDoesAndKeepsNothing() throws SQLException {
    put().put(house.admin, List.of(IBAN), "", OptionalInt.empty());
    put().put(house.approver, List.of(FALCON), "", OptionalInt.empty());
    TestGuardrails tester = house.get(TestGuardrails.class);
    String canary = "canary-7391 DE89370400440532013000";

    ScreenReport report =
        tester.test(house.approver, canary, Side.ANSWER, Optional.empty(), Optional.empty());
    ScreenReport draft =
        tester.test(
            house.approver, canary, Side.ANSWER, Optional.empty(), Optional.of(List.of(FALCON)));

    assertThat(report.passed()).contains("canary-7391 [redacted:iban]");
    assertThat(report.findings()).hasSize(1);
    assertThat(draft.findings()).isEmpty();
    assertThat(
            house.database.number(
                "select count(*) from audit_event where before::text || after::text like '%7391%'"))
        .isZero();
  }

  @Test
  void ofTwoWhoWriteTheSameVersionOneIsTold() throws Exception {
    try (ExecutorService both = Executors.newFixedThreadPool(2)) {
      Callable<Boolean> write =
          () -> {
            try {
              put().put(house.admin, List.of(IBAN), "", OptionalInt.of(0));
              return true;
            } catch (MarketplaceException e) {
              assertThat(e.code()).isEqualTo(ProblemCode.CONFLICT);
              return false;
            }
          };
      var results = both.invokeAll(List.of(write, write));
      assertThat(List.of(results.get(0).get(), results.get(1).get()))
          .containsExactlyInAnyOrder(true, false);
    }
  }

  @Test
  void changesAreAuditedWithoutTheTerms() {
    put().put(house.approver, List.of(FALCON), "merger", OptionalInt.empty());

    List<AuditEvent> events =
        house
            .get(AuditQueries.class)
            .events(house.approver, AuditFilter.about("guardrails", house.retail.toString()), FIRST)
            .items();
    assertThat(events).extracting(AuditEvent::action).containsExactly("guardrails.put");
    assertThat(events.toString()).contains("block terms").doesNotContain("Project Falcon");
  }

  @Test
  void theGatewayReadsTheNewestOfEachOwner() throws SQLException {
    put().put(house.admin, List.of(FALCON), "", OptionalInt.empty());
    put().put(house.admin, List.of(IBAN), "", OptionalInt.empty());
    put().put(house.approver, List.of(FALCON), "", OptionalInt.empty());

    assertThat(Json.read(house.database.snapshot()).path("guardrails").toString())
        .contains("\"version\":2", "\"iban\"", house.retail.toString(), "\"Project Falcon\"");
  }
}
