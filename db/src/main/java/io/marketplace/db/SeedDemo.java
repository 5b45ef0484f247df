package io.marketplace.db;

import io.marketplace.db.seed.Demo;
import io.marketplace.model.problem.MarketplaceException;

/**
 * Sets up the demo: two tenants with teams, an application each with grants and a key, the pools
 * that run beside it, an upstream of the user's, and the routes of the six tiers. Run after {@link
 * Migrate}; may be repeated, and then only brings pools to their present addresses.
 *
 * <p>Reads {@code MARKETPLACE_DB_URL} (or {@code MARKETPLACE_DB_ADMIN_URL}), {@code
 * MARKETPLACE_DB_PORTAL_USER}, {@code MARKETPLACE_DB_PORTAL_PASSWORD}, {@code
 * MARKETPLACE_KEY_PEPPER}, {@code MARKETPLACE_MASTER_KEY}; {@code DEMO_SMOLLM2_URL}, {@code
 * DEMO_GEMMA3_URL}, {@code DEMO_BUILTIN_URL} (empty: not attached); {@code UPSTREAM_BASE_URL},
 * {@code UPSTREAM_API_KEY}, {@code UPSTREAM_MODEL} (the first it lists), {@code
 * UPSTREAM_JURISDICTION} ({@code on-premises}), {@code MARKETPLACE_UPSTREAM_NETWORKS}; {@code
 * DEMO_KEY} and {@code DEMO_OTHER_KEY}.
 */
public final class SeedDemo {

  private SeedDemo() {}

  /**
   * Exit code 0 when the demo stands, 1 with one sentence on standard error otherwise. Prints the
   * two demo keys as {@code OPENAI_API_KEY=…} and {@code OTHER_TENANT_API_KEY=…}.
   *
   * @param args none
   */
  public static void main(String[] args) {
    try {
      Demo.setUp(System.getenv()).forEach((name, value) -> System.out.println(name + "=" + value));
    } catch (MarketplaceException | IllegalStateException | IllegalArgumentException e) {
      System.err.println("The demo could not be set up: " + e.getMessage());
      System.exit(1);
    }
  }
}
