package io.marketplace.launcher.check;

import io.marketplace.launcher.part.LaunchFailure;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The Redis or Valkey that gateways share limits through in tests: the system's. */
final class LimitServer {
  private static final List<String> NAMES = List.of("redis-server", "valkey-server");

  private LimitServer() {}

  /** Its program; tests start it themselves, each on a port of its own. */
  static Path require(Path log) throws InterruptedException {
    Optional<Path> found = SystemProgram.find(NAMES);
    if (found.isEmpty()) {
      SystemProgram.install("redis-server", log);
      found = SystemProgram.find(NAMES);
    }
    return found.orElseThrow(
        () ->
            new LaunchFailure(
                "Neither redis-server nor valkey-server was found, and the tests of shared limits need one. Install it "
                    + "(Debian/Ubuntu: apt-get install redis-server; macOS: brew install redis).",
                log));
  }
}
