package io.marketplace.bench.contender;

import io.marketplace.bench.drive.Target;
import io.marketplace.bench.machine.Processes;
import io.marketplace.bench.problem.BenchFailure;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The mock upstream in a process of its own, so that its CPU time is not the driver's. */
public final class MockProcess implements AutoCloseable {

  /** The option by which the child ends when the pipe to its parent does. */
  public static final String CHILD = "--until-eof";

  private final Process process;
  private final int port;

  private MockProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts it with this very Java and class path.
   *
   * @param wanted the port, 0 for any
   * @param mainClass whose first argument {@code mock} serves the mock
   * @param log what it says
   */
  public static MockProcess start(int wanted, String mainClass, Path log) {
    int port = wanted == 0 ? Ports.free() : wanted;
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-Xms64m", "-Xmx512m"));
    if (Runtime.version().feature() >= 24) {
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
    command.addAll(List.of("mock", "--port", Integer.toString(port), CHILD));
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      Ports.await(port, process, Duration.ofSeconds(20), "The mock upstream (" + log + ")");
      return new MockProcess(process, port);
    } catch (IOException e) {
      throw new BenchFailure("The mock upstream does not start: " + e.getMessage(), e);
    }
  }

  /** Where it is reached. */
  public URI base() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Itself as a contender: no proxy at all. */
  public Contender contender(String model, Map<String, String> headers) {
    return new Contender(
        Contender.MOCK, new Target(base(), model, headers), new Processes(List.of(process.pid())));
  }

  /** Ends the process. */
  @Override
  public void close() {
    process.destroy();
  }
}
