package io.marketplace.it.control;

/** The started marketplace, as the environment that {@code up} writes describes it. */
public final class Started {
  private Started() {}

  /**
   * A variable of the environment.
   *
   * @throws IllegalStateException when it is not set
   */
  public static String variable(String name) {
    String value = System.getenv(name);
    if (value == null || value.isBlank()) {
      throw new IllegalStateException(name + " is not set: run these through ./marketplace test");
    }
    return value;
  }

  /** The address of something at the gateway. */
  public static String gateway(String path) {
    return variable("GATEWAY_URL") + path;
  }

  /** The address of something at the portal. */
  public static String portal(String path) {
    return variable("PORTAL_URL") + path;
  }

  /** The first tenant's demo key. */
  public static String key() {
    return variable("OPENAI_API_KEY");
  }
}
