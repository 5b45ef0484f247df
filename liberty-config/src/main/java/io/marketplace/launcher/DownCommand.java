package io.marketplace.launcher;

import io.marketplace.launcher.home.Settings;
import io.marketplace.launcher.part.LaunchFailure;
import io.marketplace.launcher.parts.Unpack;
import io.marketplace.launcher.process.ProcessMark;
import io.marketplace.launcher.supervise.Lease;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * {@code down}: ends the supervisor, which ends the parts; parts that were left over are ended by
 * their marks.
 */
final class DownCommand {
  private static final long LIMIT_MILLIS = 90_000;
  private static final long POLL_MILLIS = 100;

  private final Settings settings;

  DownCommand(Settings settings) {
    this.settings = settings;
  }

  int run(Options options) throws InterruptedException {
    Optional<String> unknown = options.unknown(Set.of("--wipe"));
    if (unknown.isPresent()) {
      System.err.print("marketplace: down does not know " + unknown.get() + ".\n" + Usage.TEXT);
      return Launcher.NOT_UNDERSTOOD;
    }
    Optional<ProcessHandle> supervisor = Lease.holder(settings);
    supervisor.ifPresent(ProcessHandle::destroy);
    boolean ended =
        await(supervisor.stream().toList(), LIMIT_MILLIS) && await(leftOver(), LIMIT_MILLIS / 3);
    if (!ended) {
      Stream.concat(supervisor.stream(), leftOver().stream())
          .forEach(
              process -> {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
              });
      await(leftOver(), POLL_MILLIS * 50);
    }
    try {
      Files.deleteIfExists(settings.home().resolve("env"));
      if (options.has("--wipe")) {
        wipe();
      }
    } catch (IOException e) {
      throw new LaunchFailure(
          "Everything is stopped, but %s could not be deleted. Delete it by hand."
              .formatted(e.getMessage()),
          e);
    }
    System.out.println(
        (supervisor.isPresent() ? "The marketplace is stopped" : "The marketplace was not running")
            + (options.has("--wipe") ? "; its data is deleted." : "; its data stays."));
    return Launcher.DONE;
  }

  /**
   * Supervising shells of parts whose launcher was killed; they stop their parts by themselves when
   * its pipe closes.
   */
  private List<ProcessHandle> leftOver() {
    if (!Files.isDirectory(settings.run())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(settings.run())) {
      return files
          .filter(file -> file.toString().endsWith(".pid"))
          .flatMap(file -> ProcessMark.read(file).flatMap(ProcessMark::live).stream())
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static boolean await(List<ProcessHandle> processes, long limitMillis)
      throws InterruptedException {
    for (long waited = 0; waited <= limitMillis; waited += POLL_MILLIS) {
      if (processes.stream().noneMatch(ProcessHandle::isAlive)) {
        return true;
      }
      Thread.sleep(POLL_MILLIS);
    }
    return false;
  }

  private void wipe() throws IOException {
    for (String folder :
        List.of("postgres", "secrets", "keycloak", "liberty", "gateways", "logs", "run")) {
      Unpack.deleteTree(settings.home().resolve(folder));
    }
  }
}
