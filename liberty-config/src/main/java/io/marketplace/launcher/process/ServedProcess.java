package io.marketplace.launcher.process;

import io.marketplace.launcher.part.LaunchFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A server process under a supervising shell ({@code supervise.sh}) that stops it when the launcher
 * goes away, however the launcher goes.
 */
public final class ServedProcess {
  private static final Duration POLL = Duration.ofMillis(150);

  private final ProcessSpec spec;
  private volatile Optional<Process> shell = Optional.empty();

  /** A service that does not run yet. */
  public ServedProcess(ProcessSpec spec) {
    this.spec = spec;
  }

  /**
   * Starts the process and waits until it is ready.
   *
   * @throws LaunchFailure when it ends before it is ready, or is not ready in time
   */
  public void start(BooleanSupplier ready, Duration limit) throws InterruptedException {
    Path log;
    Process process;
    try {
      log = Logs.fresh(spec.logs(), spec.name());
      List<String> command = new ArrayList<>();
      command.addAll(List.of("bash", spec.superviseScript().toString(), spec.stopSignal()));
      command.addAll(spec.command());
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(spec.folder().toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      builder.environment().putAll(spec.environment());
      process = builder.start();
      shell = Optional.of(process);
      ProcessMark.of(process.toHandle()).write(spec.marks().resolve(spec.name() + ".pid"));
    } catch (IOException e) {
      throw new LaunchFailure(
          "%s could not be started: %s. Free some disk space or mend the folder's rights."
              .formatted(spec.name(), e.getMessage()),
          e);
    }
    awaitReady(process, ready, limit, log);
  }

  private void awaitReady(Process process, BooleanSupplier ready, Duration limit, Path log)
      throws InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!ready.getAsBoolean()) {
      if (!process.isAlive()) {
        throw new LaunchFailure(
            "%s ended while it started (exit code %d).%s Its log says why; mend that and run ./marketplace up again."
                .formatted(spec.name(), process.exitValue(), Logs.knownTrouble(log)),
            log);
      }
      if (System.nanoTime() > deadline) {
        throw new LaunchFailure(
            "%s was not ready within %d seconds.%s Look into its log, or close other programs and run ./marketplace up again."
                .formatted(spec.name(), limit.toSeconds(), Logs.knownTrouble(log)),
            log);
      }
      process.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS);
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
  }

  /** Whether the process runs. */
  public boolean alive() {
    return shell.map(Process::isAlive).orElse(false);
  }

  /** Asks the process to end, waits, and ends it by force when it does not. */
  public void stop() {
    Optional<Process> running = shell.filter(Process::isAlive);
    running.ifPresent(this::stop);
    try {
      Files.deleteIfExists(spec.marks().resolve(spec.name() + ".pid"));
    } catch (IOException e) {
      // A mark left behind does no harm: it names a start instant, so no other process is ever
      // taken for this one.
      return;
    }
  }

  private void stop(Process process) {
    List<ProcessHandle> family = process.descendants().toList();
    try {
      process.getOutputStream().close();
      if (process.waitFor(spec.grace().toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (IOException e) {
      // The pipe is gone already; what is left is ended below.
      process.destroy();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    family.forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    // The system ends a killed process within moments; until then its port and files are not free.
    process.onExit().orTimeout(5, TimeUnit.SECONDS).exceptionally(late -> process).join();
  }
}
