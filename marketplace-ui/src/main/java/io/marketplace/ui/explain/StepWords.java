package io.marketplace.ui.explain;

import io.marketplace.ui.component.Rail;
import io.marketplace.ui.format.Formats;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A step of the gateway in words. A step that is not known here is told as the gateway wrote it, so
 * that none is left out.
 *
 * @param stop how it is drawn
 * @param title a word
 * @param sentence what was decided
 * @param small what it rested on; may be empty
 * @param kind the bar's class: empty, {@code bad} or {@code gen} for time a model worked
 */
record StepWords(Rail.Stop stop, String title, String sentence, String small, String kind) {

  /**
   * Words for {@code step}.
   *
   * @param attempt the number of the attempt, if it is one
   */
  static StepWords of(Trace.Step step, int attempt) {
    return switch (step.step()) {
      case "keys/AuthenticateKey" ->
          done("Key", "The key is live.", step.fact("key").map(id -> "key " + id).orElse(""));
      case "access/AuthorizeTier" -> grant(step);
      case "quota/AdmitRate" -> limits(step);
      case "policy/ApplyPolicy" -> policy(step);
      case "guard/ScreenPrompt" -> guard(step, "the prompt");
      case "guard/ScreenAnswer" -> guard(step, "the answer");
      case "cache/AnswerFromCache" -> cache(step);
      case "routing/ChooseRoute" -> route(step);
      case "routing/TryRoutes" -> attempt(step, attempt);
      case "metering/MeterUsage" -> usage(step);
      case "audit/RecordCall" -> record(step);
      default -> done(name(step.step()), capital(step.decision()) + ".", facts(step.facts()));
    };
  }

  private static StepWords grant(Trace.Step step) {
    return done(
        "Grant",
        "The application may call "
            + step.fact("alias").orElse("this alias")
            + step.fact("tier").map(tier -> ", tier " + tier).orElse("")
            + ".",
        step.fact("routeVersion").map(version -> "route version " + version).orElse(""));
  }

  private static StepWords limits(Trace.Step step) {
    String counted = step.fact("counted").map("counted: "::concat).orElse("");
    return switch (step.decision()) {
      case "refused" ->
          new StepWords(
              Rail.Stop.FAILED,
              "Limits",
              "The limit of the "
                  + step.fact("of").orElse("caller")
                  + " is reached"
                  + step.fact("limit").map(": "::concat).orElse("")
                  + ".",
              counted,
              "bad");
      case "classed" ->
          done(
              "Priority",
              "Yields to more urgent calls: " + step.fact("priority").orElse("") + ".",
              "");
      default ->
          done(
              "Limits",
              "Within every limit that holds it: " + step.fact("limits").orElse("") + ".",
              counted);
    };
  }

  private static StepWords policy(Trace.Step step) {
    String rule = step.fact("rule").orElse("");
    return switch (step.decision()) {
      case "excluded" ->
          new StepWords(
              Rail.Stop.WARNED,
              "Policy",
              step.fact("candidate").orElse("A candidate") + " is left out.",
              step.fact("why").map(why -> rule + ": " + why).orElse(rule),
              "");
      case "allowed" ->
          done("Policy", step.fact("candidate").orElse("A candidate") + " is lawful.", rule);
      case "denied" ->
          new StepWords(
              Rail.Stop.FAILED,
              "Policy",
              "Nobody may answer " + step.fact("sensitivity").orElse("such") + " data.",
              "",
              "bad");
      default ->
          done(
              "Policy",
              "The call holds " + step.fact("sensitivity").orElse("this") + " data.",
              step.fact("law")
                  .or(() -> step.fact("policyVersion").map("policy version "::concat))
                  .orElse(""));
    };
  }

  private static StepWords guard(Trace.Step step, String what) {
    String small = facts(step.facts());
    return switch (step.decision()) {
      case "blocked" ->
          new StepWords(
              Rail.Stop.FAILED,
              "Guardrails",
              "A rule did not let " + what + " pass.",
              small,
              "bad");
      case "redacted", "flagged" ->
          new StepWords(
              Rail.Stop.WARNED,
              "Guardrails",
              capital(what) + " was " + step.decision() + ".",
              small,
              "");
      default -> done("Guardrails", "Nothing was found in " + what + ".", small);
    };
  }

  private static StepWords cache(Trace.Step step) {
    boolean hit = step.decision().equals("exact") || step.decision().equals("semantic");
    String why = facts(step.facts());
    return hit
        ? done("Cache", "Answered from the " + step.decision() + " cache.", why)
        : new StepWords(
            Rail.Stop.SKIPPED,
            "Cache",
            step.decision().equals("bypass") ? "Not used." : "No answer was close enough.",
            why,
            "");
  }

  private static StepWords route(Trace.Step step) {
    if (step.decision().equals("left out")) {
      return new StepWords(
          Rail.Stop.WARNED,
          "Route",
          step.fact("candidate").orElse("A candidate") + " is left out.",
          step.fact("why").orElse(""),
          "");
    }
    return done(
        "Route",
        step.fact("first").map(first -> first + " goes first.").orElse("Candidates are ranked."),
        facts(step.facts(), "first"));
  }

  private static StepWords attempt(Trace.Step step, int attempt) {
    if (step.decision().equals("yielded")) {
      return new StepWords(
          Rail.Stop.WARNED,
          "Priority",
          step.fact("candidate").orElse("A candidate") + " is kept free for more urgent calls.",
          "",
          "");
    }
    if (step.decision().equals("failed")) {
      return new StepWords(
          Rail.Stop.FAILED,
          "Try " + attempt,
          step.fact("candidate").orElse("The candidate")
              + ": failed after "
              + Formats.duration(step.millis())
              + ".",
          facts(step.facts(), "candidate"),
          "bad");
    }
    return new StepWords(
        Rail.Stop.DONE,
        "Try " + attempt,
        step.fact("model").orElse("The model")
            + " on "
            + step.fact("pool").orElse("a pool")
            + " "
            + step.decision()
            + ".",
        step.fact("jurisdiction").orElse(""),
        "gen");
  }

  private static StepWords usage(Trace.Step step) {
    return new StepWords(
        Rail.Stop.DONE,
        "Usage",
        step.fact("promptTokens").orElse("0")
            + " tokens in, "
            + step.fact("completionTokens").orElse("0")
            + " out"
            + step.fact("costUsd").map(cost -> ", $" + cost + " booked").orElse("")
            + ".",
        step.fact("counted").map(by -> "counted by " + counter(by)).orElse(""),
        "gen");
  }

  private static String counter(String source) {
    return source.equals("upstream") ? "the provider" : "the gateway";
  }

  private static StepWords record(Trace.Step step) {
    if (step.decision().equals("attributed")) {
      return done("Who", "Booked under what the call said.", facts(step.facts()));
    }
    boolean answered = step.decision().equals("answered");
    return new StepWords(
        answered ? Rail.Stop.DONE : Rail.Stop.FAILED,
        answered ? "Answer" : "End",
        answered ? "Sent to the caller." : "Ended with " + step.decision() + ".",
        step.fact("why").orElse(""),
        answered ? "" : "bad");
  }

  private static StepWords done(String title, String sentence, String small) {
    return new StepWords(Rail.Stop.DONE, title, sentence, small, "");
  }

  /** {@code quota/AdmitRate} becomes {@code Admit rate}. */
  static String name(String step) {
    String simple = step.substring(step.lastIndexOf('/') + 1);
    return capital(simple.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT));
  }

  private static String capital(String words) {
    return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private static String facts(Map<String, String> facts, String... without) {
    return facts.entrySet().stream()
        .filter(fact -> !fact.getValue().equals("null"))
        .filter(fact -> !List.of(without).contains(fact.getKey()))
        .map(
            fact ->
                fact.getKey().equals("why")
                    ? fact.getValue()
                    : fact.getKey() + " " + fact.getValue())
        .collect(Collectors.joining(", "));
  }
}
