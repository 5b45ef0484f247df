package io.marketplace.launcher.parts;

import io.marketplace.launcher.home.Settings;
import io.marketplace.launcher.part.LaunchFailure;
import io.marketplace.launcher.part.Part;
import io.marketplace.launcher.process.Logs;
import io.marketplace.launcher.process.Ports;
import io.marketplace.launcher.process.ProcessSpec;
import io.marketplace.launcher.process.ServedProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One Liberty server: its configuration is copied from the checkout into the state folder, its
 * applications stay in place.
 */
final class LibertyServer implements Part {
  /** Liberty's first start on two busy cores was seen to take more than a minute. */
  private static final Duration LIMIT = Duration.ofMinutes(4);

  /**
   * Liberty's messages "an exception occurred while starting the application" and "the application
   * did not start".
   */
  private static final Pattern APPLICATION_FAILED = Pattern.compile("CWWKZ000[24]E");

  private final Settings settings;
  private final ServerProgram program;
  private final LibertyRole role;
  private volatile Optional<ServedProcess> process = Optional.empty();

  LibertyServer(Settings settings, ServerProgram program, LibertyRole role) {
    this.settings = settings;
    this.program = program;
    this.role = role;
  }

  @Override
  public String name() {
    return role.name();
  }

  @Override
  public Set<String> needs() {
    return role.needs();
  }

  @Override
  public void check() {
    Ports.requireFree(role.port(), name(), role.portVariable());
  }

  @Override
  public String start() throws InterruptedException {
    check();
    try {
      Path user = settings.home().resolve("liberty");
      Path server = user.resolve("servers").resolve(name());
      copyChanged(settings.sources().resolve("liberty").resolve(role.configuration()), server);
      copyChanged(
          settings.sources().resolve("liberty/shared"), user.resolve("shared").resolve("config"));
      Map<String, String> environment = new HashMap<>(role.environment().get());
      new LibertyCache(server).forgetStale(archives(environment));
      environment.put("WLP_USER_DIR", user.toString());
      environment.put("MARKETPLACE_HTTP_PORT", Integer.toString(role.port()));
      ServedProcess running =
          new ServedProcess(
              new ProcessSpec(
                  name(),
                  command(server),
                  environment,
                  server,
                  "TERM",
                  Duration.ofSeconds(30),
                  settings.places()));
      process = Optional.of(running);
      running.start(this::ready, LIMIT);
    } catch (IOException e) {
      throw new LaunchFailure(
          "The configuration of %s cannot be written below %s: %s. Free some disk space or mend the folder's rights."
              .formatted(name(), settings.home(), e.getMessage()),
          e);
    }
    return role.url();
  }

  private static List<Path> archives(Map<String, String> environment) {
    return environment.entrySet().stream()
        .filter(variable -> variable.getKey().endsWith("_WAR"))
        .map(variable -> Path.of(variable.getValue()))
        .sorted()
        .toList();
  }

  private boolean ready() {
    Path log = settings.logs().resolve(name() + ".log");
    // Liberty goes on without an application that failed; waiting for it would end in a timeout
    // that explains nothing.
    if (APPLICATION_FAILED.matcher(Logs.tail(log)).find()) {
      throw new LaunchFailure(
          "%s runs, but one of its applications did not start. Its log says why; mend that and run ./marketplace up again."
              .formatted(name()),
          log);
    }
    return role.ready().getAsBoolean();
  }

  private List<String> command(Path server) throws IOException {
    int feature = Runtime.version().feature();
    Path wlp = LibertyProgram.wlp(program);
    List<String> command = new ArrayList<>();
    command.add(settings.java());
    command.addAll(
        optionsIn(
            wlp.resolve("lib/platform/java")
                .resolve(feature >= 24 ? "java24.options" : "java9.options")));
    command.addAll(optionsIn(server.resolve("jvm.options")));
    if (feature >= 25) {
      command.add("-XX:+UseCompactObjectHeaders");
    }
    command.add("-javaagent:" + wlp.resolve("bin/tools/ws-javaagent.jar"));
    command.addAll(List.of("-jar", wlp.resolve("bin/tools/ws-server.jar").toString(), name()));
    return command;
  }

  private static List<String> optionsIn(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .toList();
  }

  /** Copies what differs only: Liberty reads a configuration again whose files look new. */
  private static void copyChanged(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    List<Path> files;
    try (Stream<Path> list = Files.list(from)) {
      files = list.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      Path target = to.resolve(file.getFileName().toString());
      if (!Files.exists(target) || Files.mismatch(file, target) >= 0) {
        Path draft = Files.createTempFile(to, "draft", "");
        Files.copy(file, draft, StandardCopyOption.REPLACE_EXISTING);
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
      }
    }
  }

  @Override
  public boolean alive() {
    return process.map(ServedProcess::alive).orElse(false);
  }

  /** A server keeps nothing in memory that its own journals and Postgres do not hold as well. */
  @Override
  public boolean revives() {
    return true;
  }

  @Override
  public void stop() {
    process.ifPresent(ServedProcess::stop);
  }
}
