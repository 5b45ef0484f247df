package io.marketplace.db.keys;

import static io.marketplace.db.Enterprise.terms;
import static io.marketplace.db.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.db.Enterprise;
import io.marketplace.model.audit.AuditFilter;
import io.marketplace.model.audit.AuditQueries;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.keys.CheckLeak;
import io.marketplace.model.keys.IssueKey;
import io.marketplace.model.keys.IssuedKey;
import io.marketplace.model.keys.KeySecret;
import io.marketplace.model.keys.KeyWish;
import io.marketplace.model.keys.LeakFinding;
import io.marketplace.model.keys.RotateKey;
import io.marketplace.model.keys.SecretHolder;
import io.marketplace.model.problem.ProblemCode;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LeakContractTest {

  private Enterprise e;
  private IssuedKey key;

  @BeforeAll
  void start() throws SQLException {
    e = new Enterprise();
    ApplicationId application = e.application("leaky");
    e.grant(application, terms(Tier.UTILITY));
    key =
        e.get(IssueKey.class)
            .issue(e.developer, application, KeyWish.of("leaky", Set.of(Tier.UTILITY)));
  }

  @AfterAll
  void stop() throws SQLException {
    e.close();
  }

  private List<LeakFinding> check(Actor actor, String text) {
    return e.get(CheckLeak.class).check(actor, text);
  }

  @Test
  void theOwnerLearnsWhichKeyItIs() {
    String log = "POST /v1/chat Authorization: Bearer " + key.secret().reveal() + "; 200";
    assertThat(check(e.developer, log))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.genuine()).isTrue();
              assertThat(finding.hint()).isEqualTo(key.secret().hint());
              assertThat(finding.holder().orElseThrow().key().id()).isEqualTo(key.id());
              assertThat(finding.holder().orElseThrow().live()).isTrue();
            });
    assertThat(
            e.get(AuditQueries.class)
                .events(
                    e.approver,
                    AuditFilter.about("key", key.id().toString()),
                    PageRequest.first(50))
                .items())
        .filteredOn(event -> event.action().equals("key.leak-found"))
        .isNotEmpty()
        .allSatisfy(
            event ->
                assertThat(event.after().values())
                    .containsEntry("secret", key.secret().hint())
                    .doesNotContainValue(key.secret().reveal()));
  }

  @Test
  void toOthersAGenuineSecretIsMerelyUnknown() {
    for (Actor actor : List.of(e.otherApprover, e.otherDeveloper, e.stranger)) {
      assertThat(check(actor, key.secret().reveal()))
          .singleElement()
          .satisfies(
              finding -> {
                assertThat(finding.genuine()).isTrue();
                assertThat(finding.holder()).isEmpty();
              });
    }
  }

  @Test
  void endedSecretsAreToldFromLiveOnes() {
    ApplicationId application = e.application("rotated leak");
    e.grant(application, terms(Tier.UTILITY));
    IssuedKey first =
        e.get(IssueKey.class)
            .issue(e.developer, application, KeyWish.of("rotated", Set.of(Tier.UTILITY)));
    IssuedKey next = e.get(RotateKey.class).rotate(e.developer, first.id(), 0);
    assertThat(check(e.auditor, first.secret().reveal() + " " + next.secret().reveal()))
        .extracting(finding -> finding.holder().map(SecretHolder::live).orElseThrow())
        .containsExactly(false, true);
  }

  @Test
  void mistypedAndForeignSecretsAreTold() {
    String foreign = KeySecret.create(new SecureRandom()).reveal();
    String mistyped = key.secret().reveal().substring(0, 56) + "0";
    String wrong = mistyped.equals(key.secret().reveal()) ? mistyped.replace('0', '1') : mistyped;
    List<LeakFinding> findings = check(e.developer, foreign + "\n" + wrong);
    assertThat(findings).extracting(LeakFinding::genuine).containsExactly(true, false);
    assertThat(findings).allMatch(finding -> finding.holder().isEmpty());
    assertThat(check(e.developer, "nothing here")).isEmpty();
  }

  @Test
  void absurdTextsAreRefused() {
    assertRefused(ProblemCode.INVALID_REQUEST, () -> check(e.developer, " "));
    assertRefused(ProblemCode.INVALID_REQUEST, () -> check(e.developer, "x".repeat(200_001)));
    String many =
        IntStream.range(0, 101)
            .mapToObj(i -> "mk_live_%049d".formatted(i))
            .collect(Collectors.joining(" "));
    assertRefused(ProblemCode.INVALID_REQUEST, () -> check(e.developer, many));
  }
}
