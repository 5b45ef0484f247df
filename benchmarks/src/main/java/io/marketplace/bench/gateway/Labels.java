package io.marketplace.bench.gateway;

import java.util.Map;

/** What every request of a run bears, whoever it is sent to. */
final class Labels {

  /** The attribution by which the run's usage is found again. */
  static final String WORKFLOW = "Marketplace-Workflow";

  private Labels() {}

  /** The headers; nginx and the mock get them too, so that all parse the same. */
  static Map<String, String> headers(String run, String key) {
    return Map.of("Authorization", "Bearer " + key, WORKFLOW, run);
  }
}
