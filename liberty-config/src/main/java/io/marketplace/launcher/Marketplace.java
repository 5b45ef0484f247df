package io.marketplace.launcher;

import io.marketplace.launcher.home.DatabaseAddress;
import io.marketplace.launcher.home.EnvFile;
import io.marketplace.launcher.home.PrivateFile;
import io.marketplace.launcher.home.Secrets;
import io.marketplace.launcher.home.Settings;
import io.marketplace.launcher.part.LaunchFailure;
import io.marketplace.launcher.part.Part;
import io.marketplace.launcher.parts.Assembly;
import io.marketplace.launcher.parts.Build;
import io.marketplace.launcher.parts.ClientEnvironment;
import io.marketplace.launcher.process.Ports;
import io.marketplace.launcher.supervise.Owner;
import io.marketplace.launcher.supervise.PartStatus;
import io.marketplace.launcher.supervise.Supervisor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A marketplace about to start: which parts, on which ports, with which env file. */
final class Marketplace implements Owner {
  private static final int MOST_GATEWAYS = 16;

  private final Settings settings;
  private final Secrets secrets;
  private final Assembly assembly;
  private volatile List<Integer> gatewayPorts;
  private final Optional<List<String>> only;

  Marketplace(Settings settings, Options options) {
    this.settings = settings;
    this.secrets = new Secrets(settings.home().resolve("secrets"));
    this.assembly = new Assembly(settings, secrets, ownDatabase(settings));
    this.gatewayPorts = gatewayPorts(List.of(settings.ports().gateway()), gateways(options));
    this.only = options.value("--only").map(names -> List.of(names.split(",", -1)));
  }

  Supervisor supervisor(Consumer<PartStatus> reader) {
    List<Part> parts =
        only.map(names -> Assembly.only(assembly.parts(modules(names), gatewayPorts), names))
            .orElseGet(() -> assembly.parts(Build.MODULES, gatewayPorts));
    return new Supervisor(settings, parts, reader, this);
  }

  @Override
  public void started() throws IOException {
    Map<String, String> variables =
        ClientEnvironment.of(settings, secrets, assembly.database(), gatewayPorts);
    envFile(settings).write(variables);
    if (only.isPresent()) {
      Files.deleteIfExists(versionFile(settings));
    } else {
      PrivateFile.write(versionFile(settings), Build.version(settings));
    }
  }

  /** Whether the whole that runs here was started from other sources than there are now. */
  static boolean outdated(Settings settings) {
    try {
      Path file = versionFile(settings);
      return Files.exists(file) && !Files.readString(file).equals(Build.version(settings));
    } catch (IOException e) {
      throw new LaunchFailure(
          "The sources cannot be read: %s. Mend the folder's rights.".formatted(e.getMessage()), e);
    }
  }

  /** There while, and after, all parts run. */
  private static Path versionFile(Settings settings) {
    return settings.run().resolve("version");
  }

  @Override
  public List<Part> gateways(int number) {
    gatewayPorts = gatewayPorts(gatewayPorts, number);
    return assembly.gateways(gatewayPorts);
  }

  static EnvFile envFile(Settings settings) {
    return new EnvFile(settings.home().resolve("env"));
  }

  /**
   * A {@code DATABASE_URL} that a marketplace wrote into its own env file is no database of the
   * user's.
   */
  private static Optional<DatabaseAddress> ownDatabase(Settings settings) {
    Secrets secrets = new Secrets(settings.home().resolve("secrets"));
    return settings
        .variable("DATABASE_URL")
        .map(DatabaseAddress::parse)
        .filter(
            address ->
                !address
                    .password()
                    .equals(Assembly.embeddedDatabase(settings, secrets).password()));
  }

  /** How many gateways the options ask for; one when they say nothing. */
  static int gateways(Options options) {
    String text = options.value("--gateways").orElse("1");
    try {
      int number = Integer.parseInt(text);
      if (number >= 1 && number <= MOST_GATEWAYS) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw notANumber(text);
    }
    throw notANumber(text);
  }

  private static LaunchFailure notANumber(String text) {
    return new LaunchFailure(
        "--gateways %s is no number from 1 to %d. Write for example --gateways 2."
            .formatted(text, MOST_GATEWAYS));
  }

  /** The first {@code number} of these ports, and free ones behind them where they are too few. */
  private static List<Integer> gatewayPorts(List<Integer> known, int number) {
    List<Integer> ports = new ArrayList<>(known.subList(0, Math.min(number, known.size())));
    while (ports.size() < number) {
      ports.add(Ports.firstFree(ports.getLast() + 1));
    }
    return List.copyOf(ports);
  }

  /** What has to be built for some parts alone. */
  private static List<String> modules(List<String> parts) {
    List<String> modules = new ArrayList<>(List.of("db"));
    for (String part : parts) {
      switch (part) {
        case "portal" -> modules.addAll(List.of("marketplace-api", "marketplace-ui"));
        case "seed", "built-in-models" -> modules.add("built-in-models");
        default -> {
          if (part.startsWith("gateway")) {
            modules.addAll(List.of("gateway-runtime", "built-in-models"));
          }
        }
      }
    }
    return Build.MODULES.stream().filter(modules::contains).toList();
  }
}
