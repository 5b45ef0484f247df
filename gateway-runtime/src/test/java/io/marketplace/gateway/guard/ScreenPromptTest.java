package io.marketplace.gateway.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marketplace.gateway.body.BodyParser;
import io.marketplace.gateway.line.Answer;
import io.marketplace.gateway.line.CallTrace;
import io.marketplace.gateway.line.GatewayCall;
import io.marketplace.gateway.line.Operation;
import io.marketplace.gateway.problem.GatewayProblem;
import io.marketplace.gateway.snapshot.Documents;
import io.marketplace.gateway.snapshot.KeyEntry;
import io.marketplace.gateway.snapshot.Snapshot;
import io.marketplace.model.metering.CallId;
import io.marketplace.model.problem.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Prompts that are no text. */
class ScreenPromptTest {

  private static Answer screened(String action, Operation operation, String body) {
    Documents documents =
        new Documents()
            .guardrails(
                "{\"name\":\"accounts\",\"detector\":\"iban\",\"action\":\""
                    + action
                    + "\",\"sides\":[\"prompt\"],\"requestClasses\":[],\"values\":[]}")
            .pool(1, Documents.PROVIDER_EU, "http://127.0.0.1:1")
            .route("utility", "", 1);
    Snapshot snapshot = Documents.parser().parse(documents.json());
    KeyEntry key = snapshot.keys().values().iterator().next();
    GatewayCall.Arrival arrival =
        new GatewayCall.Arrival(
            CallId.create(),
            Instant.now(),
            operation,
            name -> null,
            new BodyParser().parse(body.getBytes(StandardCharsets.UTF_8), operation.shape()),
            snapshot,
            Long.MAX_VALUE);
    return new ScreenPrompt((side, rule, times) -> {})
        .apply(
            new GatewayCall(arrival, new CallTrace(System.nanoTime()))
                .withKey(key)
                .withRoute(Objects.requireNonNull(snapshot.route(key.owner().tenant(), "utility"))),
            call -> Answer.plain(200, "application/json", new byte[0]));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "block  | COMPLETION | \"prompt\":[1,2,3]",
        "redact | COMPLETION | \"prompt\":[[1,2],[3]]",
        "block  | EMBEDDING  | \"input\":[9906]",
        "block  | EMBEDDING  | \"input\":[\"text\",[9906]]",
      })
  void tokenNumbersAreNoWayAroundAGuardrail(String action, Operation operation, String prompt) {
    assertThatThrownBy(() -> screened(action, operation, "{\"model\":\"utility\"," + prompt + "}"))
        .isInstanceOfSatisfying(
            GatewayProblem.class,
            problem -> assertThat(problem.code()).isEqualTo(ProblemCode.POLICY_DENIED));
  }

  @Test
  void whatOnlyFlagsLetsThemPass() {
    assertThat(
            screened("flag", Operation.COMPLETION, "{\"model\":\"utility\",\"prompt\":[1,2]}")
                .status())
        .isEqualTo(200);
    assertThat(
            screened("block", Operation.EMBEDDING, "{\"model\":\"utility\",\"input\":[\"1\"]}")
                .status())
        .isEqualTo(200);
  }
}
