package io.marketplace.ui.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.metering.CallId;
import io.marketplace.model.metering.TraceRow;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceTest {

  @Test
  void readsStepsInTheirOrderWithWhatTheyRestedOn() {
    Trace trace =
        trace(
            """
            {"alias": "utility", "steps": [
              {"step": "keys/AuthenticateKey", "decision": "known", "atMicros": 40},
              {"step": "policy/ApplyPolicy", "decision": "lawful", "atMicros": 1540,
               "facts": {"rule": "3", "kept": 2, "why": null}}]}
            """);

    assertThat(trace.alias()).isEqualTo("utility");
    assertThat(trace.totalMicros()).isEqualTo(1_540);
    assertThat(trace.steps())
        .extracting(Trace.Step::step)
        .containsExactly("keys/AuthenticateKey", "policy/ApplyPolicy");
    Trace.Step policy = trace.steps().getLast();
    assertThat(policy.millis()).isEqualTo(1.5);
    assertThat(policy.fact("rule")).contains("3");
    assertThat(policy.fact("kept")).contains("2");
    assertThat(policy.fact("why")).isEmpty();
    assertThat(policy.fact("other")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "no json", "{", "{\"steps\": 7}", "{\"steps\": [1, null]}"})
  void whatIsDamagedReadsAsNothing(String json) {
    assertThat(trace(json).steps()).isEmpty();
    assertThat(trace(json).alias()).isEmpty();
  }

  @Test
  void whatIsMissingInAStepIsLeftOut() {
    Trace trace =
        trace(
            "{\"alias\": 5, \"steps\": [{\"atMicros\": \"soon\", \"facts\": []}, {\"atMicros\": 9}]}");

    assertThat(trace.alias()).isEmpty();
    assertThat(trace.steps()).hasSize(2);
    assertThat(trace.steps().getFirst().step()).isEmpty();
    assertThat(trace.steps().getFirst().atMicros()).isZero();
    assertThat(trace.totalMicros()).isEqualTo(9);
  }

  private static Trace trace(String json) {
    return Trace.of(
        new TraceRow(
            CallId.create(),
            Instant.EPOCH,
            TenantId.create(),
            ApplicationId.create(),
            200,
            "answered",
            json));
  }
}
