package io.marketplace.it.control;

import static io.marketplace.it.control.ControlApi.as;

import io.marketplace.it.control.ControlApi.Caller;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;

/** The first demo tenant's guardrails, written through the API. */
public final class Guardrails {
  private Guardrails() {}

  /** A rule that looks for texts; {@code detector} says how: terms or patterns. */
  public static Map<String, Object> rule(
      String name, String detector, String action, String looksFor) {
    return Map.of(
        "name", name, "detector", detector, "action", action, "values", List.of(looksFor));
  }

  /** Puts these in force as the approver, in place of all others. */
  public static Response put(List<Map<String, Object>> rules) {
    return as(Caller.APPROVER).body(Map.of("rules", rules)).put("/guardrails");
  }
}
