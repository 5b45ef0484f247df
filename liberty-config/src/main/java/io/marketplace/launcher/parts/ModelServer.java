package io.marketplace.launcher.parts;

import io.marketplace.launcher.home.Settings;
import io.marketplace.launcher.part.Part;
import io.marketplace.launcher.process.Http;
import io.marketplace.launcher.process.Ports;
import io.marketplace.launcher.process.ProcessSpec;
import io.marketplace.launcher.process.ServedProcess;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** A process that serves models on loopback and answers {@code GET /health}. */
final class ModelServer implements Part {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private final Settings settings;
  private final String name;
  private final int port;
  private final Set<String> needs;
  private final Supplier<Optional<List<String>>> command;
  private final Map<String, String> environment;
  private volatile Optional<ServedProcess> process = Optional.empty();
  private volatile boolean attached = true;

  /**
   * A model server.
   *
   * @param command known once {@code needs} are ready; empty when it cannot run here, and then it
   *     is shown as not attached
   */
  ModelServer(
      Settings settings,
      String name,
      int port,
      Set<String> needs,
      Supplier<Optional<List<String>>> command,
      Map<String, String> environment) {
    this.settings = settings;
    this.name = name;
    this.port = port;
    this.needs = Set.copyOf(needs);
    this.command = command;
    this.environment = Map.copyOf(environment);
  }

  /** Where it answers. */
  String url() {
    return "http://127.0.0.1:" + port;
  }

  /** Whether it runs here at all; known once it was started. */
  boolean attached() {
    return attached;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Set<String> needs() {
    return needs;
  }

  @Override
  public void check() {
    Ports.requireFree(port, name, "MODELS_PORT");
  }

  @Override
  public String start() throws InterruptedException {
    Optional<List<String>> words = command.get();
    attached = words.isPresent();
    if (words.isEmpty()) {
      return "not attached: no Python 3.10 or newer with pip and venv";
    }
    check();
    ServedProcess running =
        new ServedProcess(
            new ProcessSpec(
                name,
                words.get(),
                environment,
                settings.home(),
                "TERM",
                Duration.ofSeconds(10),
                settings.places()));
    process = Optional.of(running);
    running.start(() -> Http.status(url() + "/health") == 200, LIMIT);
    return url();
  }

  @Override
  public boolean alive() {
    return !attached || process.map(ServedProcess::alive).orElse(false);
  }

  @Override
  public void stop() {
    process.ifPresent(ServedProcess::stop);
  }
}
