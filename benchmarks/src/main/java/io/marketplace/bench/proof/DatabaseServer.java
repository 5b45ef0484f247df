package io.marketplace.bench.proof;

import io.marketplace.bench.control.BenchEnv;
import io.marketplace.bench.machine.Listeners;
import io.marketplace.bench.problem.BenchFailure;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The Postgres of this machine, taken away for a while. */
final class DatabaseServer {

  private final ProcessHandle server;
  private final boolean hang;

  private DatabaseServer(ProcessHandle server, boolean hang) {
    this.server = server;
    this.hang = hang;
  }

  /**
   * Finds it.
   *
   * @param hang whether it shall stop answering with its connections open, as behind a broken
   *     network; else it is shut down, and {@code ./marketplace up} starts it again
   */
  static DatabaseServer of(BenchEnv env, boolean hang) {
    int port = URI.create(env.get("DATABASE_URL")).getPort();
    ProcessHandle server =
        Listeners.processOn(port).stream()
            .mapToObj(ProcessHandle::of)
            .flatMap(Optional::stream)
            .findFirst()
            .orElseThrow(
                () ->
                    new BenchFailure(
                        "The Postgres of DATABASE_URL is no process of this user on this machine."));
    return new DatabaseServer(server, hang);
  }

  /** Takes it away; returns when nobody is answered any more. */
  void takeAway() {
    if (hang) {
      signal("STOP", family());
    } else {
      // SIGINT is Postgres' fast shutdown; SIGTERM would wait for its clients.
      signal("INT", Stream.of(server));
      server.onExit().join();
    }
  }

  /** Gives it back; returns when it answers or soon before. */
  void giveBack() {
    if (hang) {
      signal("CONT", family());
    } else {
      run(List.of("./marketplace", "up"));
    }
  }

  private Stream<ProcessHandle> family() {
    return Stream.concat(Stream.of(server), server.descendants());
  }

  private static void signal(String name, Stream<ProcessHandle> processes) {
    List<String> command = new ArrayList<>(List.of("kill", "-" + name));
    processes.forEach(process -> command.add(Long.toString(process.pid())));
    run(command);
  }

  private static void run(List<String> command) {
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD);
      int exit = builder.start().waitFor();
      if (exit != 0) {
        throw new BenchFailure(command.getFirst() + " ended with " + exit + ".");
      }
    } catch (IOException e) {
      throw new BenchFailure(command.getFirst() + " could not be run: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchFailure("Interrupted.", e);
    }
  }
}
