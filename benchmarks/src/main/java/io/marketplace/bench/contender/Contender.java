package io.marketplace.bench.contender;

import io.marketplace.bench.drive.Target;
import io.marketplace.bench.machine.Processes;

/**
 * One of the servers that are compared.
 *
 * @param name as in the tables
 * @param target where it is reached
 * @param processes whose CPU time and memory count as its own
 */
public record Contender(String name, Target target, Processes processes) {

  /** The plain reverse proxy that everything is divided by. */
  public static final String NGINX = "nginx";

  /** The mock upstream, asked directly: what the driver and the upstream can do at most. */
  public static final String MOCK = "mock";

  /** The gateway. */
  public static final String MARKETPLACE = "marketplace";
}
