package io.marketplace.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import org.junit.jupiter.api.Test;

class DiagnosisTest {

  @Test
  void aRefusalOfOursKeepsItsCodeStatusSentenceAndField() {
    Problem problem =
        Diagnosis.of(new MarketplaceException(ProblemCode.INVALID_REQUEST, "Too long.", "name"))
            .orElseThrow();
    assertThat(problem)
        .isEqualTo(
            new Problem(
                "/problems/invalid_request_error",
                "Invalid request error",
                400,
                "Too long.",
                "invalid_request_error",
                "name",
                null,
                null));
  }

  @Test
  void aFaultDeepInADocumentIsPointedAt() {
    Problem problem =
        Diagnosis.of(new MarketplaceException(ProblemCode.INVALID_REQUEST, "No.", "/rules/2/name"))
            .orElseThrow();
    assertThat(problem.pointer()).isEqualTo("/rules/2/name");
  }

  @Test
  void aRefusalOfOursIsFoundBeneathWhatTheServerWrapsItIn() {
    Throwable wrapped =
        new IllegalStateException(
            new RuntimeException(new MarketplaceException(ProblemCode.NOT_FOUND, "None.")));
    assertThat(Diagnosis.of(wrapped)).map(Problem::status).contains(404);
  }

  @Test
  void whatNobodyForesawIsNotTold() {
    assertThat(Diagnosis.of(new IllegalStateException("jdbc:postgresql://secret"))).isEmpty();
    assertThat(Diagnosis.of(new MarketplaceException(ProblemCode.INTERNAL, "bits"))).isEmpty();
    assertThat(Problem.incident("42").detail()).contains("42");
  }
}
