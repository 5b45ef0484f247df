package io.marketplace.gateway.quota;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The system's Redis or Valkey on a free loopback port, with nothing on disk: {@code
 * MARKETPLACE_REDIS_SERVER}, or what the path has.
 */
final class RedisServer implements AutoCloseable {
  private final int port;
  private Process process;

  RedisServer() throws IOException, InterruptedException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    process = launch();
  }

  URI url() {
    return URI.create("redis://127.0.0.1:" + port);
  }

  private Process launch() throws IOException, InterruptedException {
    Process launched =
        new ProcessBuilder(
                program().toString(),
                "--port",
                Integer.toString(port),
                "--bind",
                "127.0.0.1",
                "--save",
                "",
                "--appendonly",
                "no")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    for (int i = 0; i < 200; i++) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 100);
        return launched;
      } catch (IOException e) {
        TimeUnit.MILLISECONDS.sleep(25);
      }
    }
    launched.destroyForcibly();
    throw new IOException("the Redis server does not answer on port " + port);
  }

  private static Path program() {
    String named = System.getenv("MARKETPLACE_REDIS_SERVER");
    if (named != null && !named.isBlank()) {
      return Path.of(named);
    }
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(path.split(":", -1))
        .filter(folder -> !folder.isEmpty())
        .flatMap(folder -> Stream.of("redis-server", "valkey-server").map(Path.of(folder)::resolve))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The tests of shared limits need redis-server or valkey-server (Debian and"
                        + " Ubuntu: apt-get install redis-server); ./marketplace test installs it."));
  }

  /** Ends it without a word, as a crash does. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /** Lets it hang: it takes connections and answers nothing. */
  void hang() throws IOException, InterruptedException {
    signal("-STOP");
  }

  /** Lets it go on. */
  void goOn() throws IOException, InterruptedException {
    signal("-CONT");
  }

  private void signal(String signal) throws IOException, InterruptedException {
    int code =
        new ProcessBuilder(List.of("kill", signal, Long.toString(process.pid()))).start().waitFor();
    if (code != 0) {
      throw new IOException("kill " + signal + " failed");
    }
  }

  /** Starts it again, empty. */
  void startAgain() throws IOException, InterruptedException {
    process = launch();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
