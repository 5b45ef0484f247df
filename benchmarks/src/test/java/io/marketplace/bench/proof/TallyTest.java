package io.marketplace.bench.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TallyTest {

  private static Reply refused(int status, String code) {
    return new Reply(status, "r", code, 0);
  }

  @Test
  void answersRefusalsAndBrokenCallsAreToldApart() {
    Tally tally = new Tally();
    tally.note(new Reply(200, "a", "", 400));
    tally.note(new Reply(200, "b", "", 400));
    tally.note(refused(429, "budget_exceeded"));
    tally.note(refused(503, "budget_unavailable"));
    tally.note(Reply.NONE);
    tally.note(new Reply(404, "", "", 0));
    assertThat(tally.answered()).containsExactlyInAnyOrder("a", "b");
    assertThat(tally.costNano()).isEqualTo(800);
    assertThat(tally.kinds())
        .isEqualTo(
            Map.of(
                "200", 2L,
                "429 budget_exceeded", 1L,
                "503 budget_unavailable", 1L,
                "no whole answer", 1L,
                "a server that still starts", 1L));
    assertThat(tally.breaches()).isEmpty();
  }

  @Test
  void whatNoCallerMayMeetIsABreach() {
    Tally tally = new Tally();
    tally.note(refused(401, "invalid_api_key"));
    tally.note(refused(500, "internal_error"));
    tally.note(refused(503, ""));
    tally.note(new Reply(200, "a", "", 1));
    tally.note(new Reply(200, "a", "", 1));
    tally.note(new Reply(200, "", "", 1));
    Finding finding = new Finding("A proof", Instant.EPOCH, "How.");
    finding.met(tally);
    assertThat(finding.breaches())
        .containsExactlyInAnyOrder(
            "1 answers 401 invalid_api_key.",
            "1 answers 500 internal_error.",
            "1 answers 503.",
            "2 answers without a request's id of their own.");
    assertThat(finding.markdown()).contains("**Broken:** 1 answers 401").doesNotContain("All of");
  }

  @Test
  void callsAreSetAgainstRows() {
    RowCheck rows =
        RowCheck.of(Set.of("a", "b", "c"), Map.of("a", 1, "b", 2, "cut", 1, "cut-too", 3));
    assertThat(rows).isEqualTo(new RowCheck(3, 1, 2, 2));
    Finding finding = new Finding("A proof", Instant.EPOCH, "How.");
    rows.tell(finding);
    assertThat(finding.breaches()).hasSize(2);
    Finding whole = new Finding("A proof", Instant.EPOCH, "How.");
    RowCheck.of(Set.of("a"), Map.of("a", 1, "cut", 1)).tell(whole);
    assertThat(whole.breaches()).isEmpty();
    assertThat(whole.markdown())
        .contains("## A proof, 1970-01-01 00:00 UTC", "**All of it held.**");
  }

  @Test
  void nothingAnsweredProvesNothing() {
    Finding finding = new Finding("A proof", Instant.EPOCH, "How.");
    RowCheck.of(Set.of(), Map.of()).tell(finding);
    assertThat(finding.breaches()).containsExactly("Nothing was answered.");
  }

  @Test
  void percentilesAreOfTheValuesThemselves() {
    List<Long> values = List.of(5L, 1L, 4L, 2L, 3L);
    assertThat(ChangeProof.percentile(values, 50)).isEqualTo(3);
    assertThat(ChangeProof.percentile(values, 99)).isEqualTo(5);
    assertThat(ChangeProof.percentile(values, 100)).isEqualTo(5);
    assertThat(ChangeProof.percentile(List.of(7L), 1)).isEqualTo(7);
  }
}
