package io.marketplace.bench.proof;

import io.marketplace.bench.control.BenchEnv;
import io.marketplace.bench.machine.Listeners;
import io.marketplace.bench.pause.Pause;
import io.marketplace.bench.problem.BenchFailure;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The gateways that run on this machine. Who looks after them ({@code up}) starts again what is
 * killed here.
 */
final class Replicas {

  /** A start of a server, the pause before it, and a machine that does much else. */
  private static final Duration BACK = Duration.ofMinutes(3);

  private final List<URI> addresses;
  private final Caller caller;

  private Replicas(List<URI> addresses, Caller caller) {
    this.addresses = addresses;
    this.caller = caller;
  }

  static Replicas of(BenchEnv env, Caller caller) {
    List<URI> addresses =
        Stream.of(env.get("GATEWAY_URLS").split(" ", -1)).map(URI::create).toList();
    return new Replicas(addresses, caller);
  }

  List<URI> addresses() {
    return addresses;
  }

  int count() {
    return addresses.size();
  }

  URI address(int replica) {
    return addresses.get(replica % addresses.size());
  }

  /** The process of a gateway. */
  ProcessHandle process(int replica) {
    return Listeners.processOn(address(replica).getPort()).stream()
        .mapToObj(ProcessHandle::of)
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(
            () ->
                new BenchFailure(
                    "No process of this user listens on "
                        + address(replica)
                        + ": the proof kills gateways, so it runs where they do."));
  }

  /** Ends a gateway as a power failure of its container would: SIGKILL, at once. */
  void kill(int replica) {
    process(replica).destroyForcibly();
  }

  boolean ready(int replica) {
    return caller.ready(address(replica));
  }

  /** Waits until a gateway answers again. */
  void awaitReady(int replica) {
    if (!Pause.until(BACK, () -> ready(replica))) {
      throw new BenchFailure(address(replica) + " did not come back within " + BACK + ".");
    }
  }

  void awaitAll() {
    for (int replica = 0; replica < count(); replica++) {
      awaitReady(replica);
    }
  }
}
