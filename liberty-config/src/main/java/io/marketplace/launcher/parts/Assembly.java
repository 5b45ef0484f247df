package io.marketplace.launcher.parts;

import io.marketplace.launcher.home.DatabaseAddress;
import io.marketplace.launcher.home.Secrets;
import io.marketplace.launcher.home.Settings;
import io.marketplace.launcher.part.LaunchFailure;
import io.marketplace.launcher.part.Part;
import java.util.ArrayList;
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
  private static final String BUILD = "build";

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

  /** The embedded database as its administrator sees it, be it used or not. */
  public static DatabaseAddress embeddedDatabase(Settings settings, Secrets secrets) {
    return Postgres.address(settings, secrets);
  }

  /**
   * All parts: {@code modules} are built, and there are as many gateways as {@code gatewayPorts}
   * has entries.
   */
  public List<Part> parts(List<String> modules, List<Integer> gatewayPorts) {
    Maven maven = new Maven(settings);
    ServerEnvironment environment = new ServerEnvironment(settings, secrets, database());
    List<Part> parts = new ArrayList<>();
    parts.add(new Build(settings, maven, modules));
    String databasePart = addDatabase(parts);
    addIdentity(parts, maven, databasePart);
    parts.add(
        new DatabaseTask(
            settings,
            "migrate",
            "io.marketplace.db.Migrate",
            Set.copyOf(List.of(BUILD, databasePart)),
            environment::migrate,
            Optional.empty()));
    addSeed(parts, environment, addModels(parts));
    ServerProgram liberty = LibertyProgram.of(settings, maven);
    parts.add(liberty);
    parts.add(new Servers(settings, liberty, environment).portal());
    parts.addAll(gateways(gatewayPorts));
    return parts;
  }

  /** The gateways alone, the first, the second and so on at the ports given. */
  public List<Part> gateways(List<Integer> ports) {
    Servers servers =
        new Servers(
            settings,
            LibertyProgram.of(settings, new Maven(settings)),
            new ServerEnvironment(settings, secrets, database()));
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < ports.size(); i++) {
      parts.add(servers.gateway(i == 0 ? "gateway" : "gateway-" + (i + 1), ports.get(i)));
    }
    return parts;
  }

  private String addDatabase(List<Part> parts) {
    if (ownDatabase.isPresent()) {
      return BUILD;
    }
    ServerProgram program = PostgresProgram.of(settings);
    Postgres postgres = new Postgres(settings, secrets, program);
    parts.add(program);
    parts.add(postgres);
    return postgres.name();
  }

  private void addIdentity(List<Part> parts, Maven maven, String databasePart) {
    if (settings.variable("OIDC_ISSUER").isPresent()) {
      return;
    }
    ServerProgram program = KeycloakProgram.of(settings, maven);
    String before = databasePart;
    parts.add(program);
    if (ownDatabase.isPresent()) {
      KeycloakDatabase keycloakDatabase =
          new KeycloakDatabase(settings, secrets, database(), BUILD);
      parts.add(keycloakDatabase);
      before = keycloakDatabase.name();
    }
    parts.add(new Keycloak(settings, secrets, program, database(), before));
  }

  /** The demo's pools by the variable that tells the seed where they are. */
  private Map<String, ModelServer> addModels(List<Part> parts) {
    int port = settings.ports().models();
    ServerProgram reranker = RerankerFiles.of(settings);
    ServerProgram chat = ChatProgram.of(settings);
    ModelServer builtIn =
        new ModelServer(
            settings,
            "built-in-models",
            port,
            Set.of(BUILD, reranker.name()),
            () -> Optional.of(builtInCommand()),
            Map.of(
                "BUILTIN_PORT",
                Integer.toString(port),
                "BUILTIN_RERANKER_DIR",
                RerankerFiles.folder(reranker).toString()));
    ModelServer smollm2 =
        new ModelServer(
            settings,
            "chat-smollm2",
            port + 1,
            Set.of(chat.name()),
            () -> ChatProgram.command(settings, chat, "smollm2", port + 1),
            Map.of());
    ModelServer gemma3 =
        new ModelServer(
            settings,
            "chat-gemma3",
            port + 2,
            Set.of(chat.name()),
            () -> ChatProgram.command(settings, chat, "gemma3", port + 2),
            Map.of());
    parts.addAll(List.of(reranker, chat, builtIn, smollm2, gemma3));
    Map<String, ModelServer> pools = new LinkedHashMap<>();
    pools.put("DEMO_BUILTIN_URL", builtIn);
    pools.put("DEMO_SMOLLM2_URL", smollm2);
    pools.put("DEMO_GEMMA3_URL", gemma3);
    return pools;
  }

  private List<String> builtInCommand() {
    return List.of(
        settings.java(),
        "-Xmx128m",
        "-XX:+UseSerialGC",
        "--enable-native-access=ALL-UNNAMED",
        "-jar",
        Build.requireArchive(settings, "built-in-models").toString());
  }

  private void addSeed(
      List<Part> parts, ServerEnvironment environment, Map<String, ModelServer> pools) {
    Set<String> needs = new LinkedHashSet<>(Set.of("migrate"));
    pools.values().forEach(pool -> needs.add(pool.name()));
    parts.add(
        new DatabaseTask(
            settings,
            "seed",
            "io.marketplace.db.SeedDemo",
            needs,
            () -> {
              Map<String, String> urls = new LinkedHashMap<>();
              pools.forEach((name, pool) -> urls.put(name, pool.attached() ? pool.url() : ""));
              return environment.seed(urls);
            },
            // What the seed set up stays in the embedded database; another database may be a fresh
            // one at any time.
            ownDatabase.isPresent()
                ? Optional.empty()
                : Optional.of(settings.home().resolve("postgres/seeded"))));
  }

  /** Where programs are that tests start themselves, by environment variable. */
  public static Map<String, String> programFolders(Settings settings) {
    ServerProgram liberty = LibertyProgram.of(settings, new Maven(settings));
    return Map.of(
        "MARKETPLACE_LIBERTY_HOME",
        LibertyProgram.wlp(liberty).toString(),
        "MARKETPLACE_RERANKER_DIR",
        RerankerFiles.folder(RerankerFiles.of(settings)).toString());
  }

  /** Those of {@code parts} that were named, and all that they need. */
  public static List<Part> only(List<Part> parts, List<String> names) {
    Map<String, Part> all = new LinkedHashMap<>();
    parts.forEach(part -> all.put(part.name(), part));
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
}
