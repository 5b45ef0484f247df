package io.marketplace.db.seed;

import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.ApplicationId;
import java.util.List;

/**
 * A tenant of the demo.
 *
 * @param slug its short name
 * @param name what to show
 * @param teams its teams; the demo application belongs to the first
 * @param application the demo application's name
 * @param purpose what the application says it needs models for
 */
record DemoTenant(
    String slug, String name, List<DemoTeam> teams, String application, String purpose) {

  static final DemoTenant RETAIL =
      new DemoTenant(
          "retail",
          "Retail bank",
          List.of(
              new DemoTeam("payments", "Payments"), new DemoTeam("service-desk", "Service desk")),
          "Payments assistant",
          "Answers questions of staff about payment rules, with passages found in the handbook.");

  static final DemoTenant CAPITAL =
      new DemoTenant(
          "capital",
          "Capital markets",
          List.of(new DemoTeam("research", "Research"), new DemoTeam("risk", "Risk")),
          "Research reader",
          "Summarises research notes and finds related passages for analysts.");

  /**
   * A team of the demo.
   *
   * @param slug its short name
   * @param name what to show
   */
  record DemoTeam(String slug, String name) {}

  /**
   * A tenant that stands, with its application.
   *
   * @param developer who asks in it
   * @param approver who approves in it
   * @param application the demo application
   */
  record Ready(Actor developer, Actor approver, ApplicationId application) {}
}
