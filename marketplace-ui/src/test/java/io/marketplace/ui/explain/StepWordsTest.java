package io.marketplace.ui.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.marketplace.ui.component.Rail;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StepWordsTest {

  @Test
  void numbersAttemptsAndMarksThoseThatFailed() {
    Trace.Step failed =
        new Trace.Step(
            "routing/TryRoutes",
            "failed",
            1_000,
            1_201_000,
            Map.of("candidate", "smollm2/smollm2-135m", "kind", "timeout"));
    StepWords words = StepWords.of(failed, 1);
    assertEquals(Rail.Stop.FAILED, words.stop());
    assertEquals("Try 1", words.title());
    assertEquals("smollm2/smollm2-135m: failed after 1,200 ms.", words.sentence());
    assertEquals("bad", words.kind());
  }

  @Test
  void tellsStepsItDoesNotKnowAsTheGatewayWroteThem() {
    StepWords words =
        StepWords.of(new Trace.Step("routing/HedgeCall", "hedged", 0, 10, Map.of("left", "59")), 0);
    assertEquals("Hedge call", words.title());
    assertEquals("Hedged.", words.sentence());
    assertEquals("left 59", words.small());
  }

  @Test
  void tellsOfEveryHopWhichRuleDecided() {
    StepWords allowed =
        StepWords.of(
            new Trace.Step(
                "policy/ApplyPolicy",
                "allowed",
                0,
                10,
                Map.of("candidate", "pool/m", "rule", "platform policy 3/allow-internal")),
            0);
    assertEquals("pool/m is lawful.", allowed.sentence());
    assertEquals("platform policy 3/allow-internal", allowed.small());
    StepWords excluded =
        StepWords.of(
            new Trace.Step(
                "policy/ApplyPolicy",
                "excluded",
                0,
                10,
                Map.of("candidate", "pool/m", "rule", "tenant policy 1/no-us", "why", "not there")),
            0);
    assertEquals(Rail.Stop.WARNED, excluded.stop());
    assertEquals("tenant policy 1/no-us: not there", excluded.small());
  }

  @Test
  void tellsWhatGuardrailsDidByTheNamesOfRules() {
    StepWords blocked =
        StepWords.of(
            new Trace.Step("guard/ScreenPrompt", "blocked", 0, 10, Map.of("iban", "block ×2")), 0);
    assertEquals(Rail.Stop.FAILED, blocked.stop());
    assertEquals("A rule did not let the prompt pass.", blocked.sentence());
    assertEquals("iban block ×2", blocked.small());
    assertEquals(
        "The answer was redacted.",
        StepWords.of(new Trace.Step("guard/ScreenAnswer", "redacted", 0, 10, Map.of()), 0)
            .sentence());
  }
}
