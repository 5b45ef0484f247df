package io.marketplace.bench.contender;

import io.marketplace.bench.drive.Target;
import io.marketplace.bench.machine.Processes;
import java.util.List;

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

  /** Envoy as a plain reverse proxy. */
  public static final String ENVOY = "envoy";

  /** Portkey's gateway. */
  public static final String PORTKEY = "portkey";

  /** LiteLLM's proxy. */
  public static final String LITELLM = "litellm";

  /** The gateway. */
  public static final String MARKETPLACE = "marketplace";

  /** The same with keys for the lanes of several. */
  public Contender withKeys(List<String> keys) {
    return new Contender(name, target.withKeys(keys), processes);
  }

  /** Whether a wrong answer of it says that the measurement is wrong, rather than the contender. */
  public static boolean ours(String name) {
    return List.of(NGINX, MOCK, MARKETPLACE).contains(name);
  }
}
