package io.marketplace.bench.contender;

import io.marketplace.bench.drive.Target;
import io.marketplace.bench.machine.Processes;
import io.marketplace.bench.problem.BenchFailure;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A contender's server process, started by the bench and ended with it. */
public final class ProxyProcess implements AutoCloseable {

  /** LiteLLM needs most of a minute to listen on two busy cores. */
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final String name;
  private final Process process;
  private final URI base;

  private ProxyProcess(String name, Process process, URI base) {
    this.name = name;
    this.process = process;
    this.base = base;
  }

  /** Starts {@code command}, which is to listen on {@code port}; what it says goes into a log. */
  static ProxyProcess start(
      String name, int port, List<String> command, Map<String, String> environment, Path folder) {
    Path log = folder.resolve(name + ".log");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile());
      builder.environment().putAll(environment);
      Process process = builder.start();
      Ports.await(port, process, LONGEST, name + " (" + log + ")");
      return new ProxyProcess(name, process, URI.create("http://127.0.0.1:" + port));
    } catch (IOException e) {
      throw new BenchFailure(name + " does not start: " + e.getMessage(), e);
    }
  }

  /** The contender; its processes are this one and all it started. */
  public Contender contender(String model, Map<String, String> headers) {
    return new Contender(
        name, new Target(base, model, headers), new Processes(List.of(process.pid())));
  }

  /** Ends the process and its workers. */
  @Override
  public void close() {
    List<ProcessHandle> workers = process.descendants().toList();
    process.destroy();
    workers.forEach(ProcessHandle::destroy);
  }
}
