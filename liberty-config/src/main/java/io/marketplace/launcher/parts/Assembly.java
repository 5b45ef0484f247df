package io.marketplace.launcher.parts;

import io.marketplace.launcher.home.DatabaseAddress;
import io.marketplace.launcher.home.Secrets;
import io.marketplace.launcher.home.Settings;
import io.marketplace.launcher.part.LaunchFailure;
import io.marketplace.launcher.part.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts the parts of a marketplace together from its settings: this is the list of what {@code up}
 * starts.
 */
public final class Assembly {
  private final Settings settings;
  private final Secrets secrets;
  private final Optional<DatabaseAddress> ownDatabase;

  /**
   * An assembly.
   *
   * @param ownDatabase the user's database that stands in for the embedded Postgres
   */
  public Assembly(Settings settings, Secrets secrets, Optional<DatabaseAddress> ownDatabase) {
    this.settings = settings;
    this.secrets = secrets;
    this.ownDatabase = ownDatabase;
  }

  /** The database as its administrator sees it. */
  public DatabaseAddress database() {
    return ownDatabase.orElseGet(() -> Postgres.address(settings, secrets));
  }

  /** All parts. */
  public List<Part> parts() {
    Maven maven = new Maven(settings);
    List<Part> parts = new ArrayList<>();
    parts.add(new Build(settings, maven, List.of("db")));
    String databasePart = "build";
    if (ownDatabase.isEmpty()) {
      ServerProgram program = PostgresProgram.of(settings);
      Postgres postgres = new Postgres(settings, secrets, program);
      parts.add(program);
      parts.add(postgres);
      databasePart = postgres.name();
    }
    if (settings.variable("OIDC_ISSUER").isEmpty()) {
      ServerProgram program = KeycloakProgram.of(settings, maven);
      parts.add(program);
      parts.add(new Keycloak(settings, secrets, program, database(), databasePart));
    }
    parts.add(
        new DatabaseTask(
            settings,
            "migrate",
            "io.marketplace.db.Migrate",
            Set.of("build", databasePart),
            this::administration));
    return parts;
  }

  /** The parts that were named, and all that they need. */
  public List<Part> only(List<String> names) {
    Map<String, Part> all = new LinkedHashMap<>();
    parts().forEach(part -> all.put(part.name(), part));
    Set<String> kept = new LinkedHashSet<>();
    for (String name : names) {
      keep(name, all, kept);
    }
    return all.values().stream().filter(part -> kept.contains(part.name())).toList();
  }

  private static void keep(String name, Map<String, Part> all, Set<String> kept) {
    Part part = all.get(name);
    if (part == null) {
      throw new LaunchFailure(
          "There is no part \"%s\". The parts are %s."
              .formatted(name, String.join(", ", all.keySet())));
    }
    if (kept.add(name)) {
      part.needs().forEach(need -> keep(need, all, kept));
    }
  }

  private Map<String, String> administration() {
    Map<String, String> environment = new HashMap<>();
    environment.put("MARKETPLACE_DB_ADMIN_URL", database().jdbcUrl());
    environment.put("MARKETPLACE_DB_ADMIN_USER", database().user());
    environment.put("MARKETPLACE_DB_ADMIN_PASSWORD", database().password());
    environment.put("MARKETPLACE_DB_PORTAL_PASSWORD", secrets.password("postgres-portal"));
    environment.put("MARKETPLACE_DB_GATEWAY_PASSWORD", secrets.password("postgres-gateway"));
    return environment;
  }
}
