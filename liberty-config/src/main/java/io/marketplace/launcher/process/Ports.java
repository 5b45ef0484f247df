package io.marketplace.launcher.process;

import io.marketplace.launcher.part.LaunchFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Questions about TCP ports on the loopback interface. */
public final class Ports {
  private Ports() {}

  /**
   * Makes sure that nobody listens on a port.
   *
   * @throws LaunchFailure that names the port and the environment variable that moves it
   */
  public static void requireFree(int port, String part, String variable) {
    if (!isFree(port)) {
      throw new LaunchFailure(
          "Port %d is taken by another program, so %s cannot start. Stop that program or choose another port: %s=%d ./marketplace up"
              .formatted(port, part, variable, port + 1000));
    }
  }

  /** Whether a server could listen on the port now. */
  public static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** The first free port from {@code from} upwards that is not below it. */
  public static int firstFree(int from) {
    for (int port = from; port < from + 500; port++) {
      if (isFree(port)) {
        return port;
      }
    }
    throw new LaunchFailure(
        "No free port was found from %d on. Stop some servers.".formatted(from));
  }
}
