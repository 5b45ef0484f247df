package io.marketplace.bench.contender;

import io.marketplace.bench.pause.Pause;
import io.marketplace.bench.problem.BenchFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;

/** Free ports and open ones, on loopback. */
final class Ports {

  private Ports() {}

  /** A port that nobody listens on. */
  static int free() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new BenchFailure("No free port on loopback: " + e.getMessage(), e);
    }
  }

  /** Waits until {@code process} listens on {@code port}. */
  static void await(int port, Process process, Duration longest, String what) {
    long until = System.nanoTime() + longest.toNanos();
    while (!open(port)) {
      if (!process.isAlive()) {
        throw new BenchFailure(what + " ended at once with exit code " + process.exitValue() + ".");
      }
      if (System.nanoTime() > until) {
        process.destroyForcibly();
        throw new BenchFailure(what + " does not listen after " + longest.toSeconds() + " s.");
      }
      Pause.millis(20);
    }
  }

  private static boolean open(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
