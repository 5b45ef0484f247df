package io.marketplace.bench.proof;

import io.marketplace.bench.pause.Pause;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * Callers that call again as soon as they are answered, each a gateway of its own choice until that
 * one is gone. Closing waits for the calls under way.
 */
final class Crowd implements AutoCloseable {

  /** After a refusal or a lost connection: as an application would, and to leave CPU to others. */
  private static final long PAUSE_MILLIS = 100;

  private final Caller caller;
  private final List<URI> gateways;
  private final String key;
  private final int delayMillis;
  private final boolean streams;
  private final Tally tally;
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean leaving;

  private Crowd(
      Caller caller,
      List<URI> gateways,
      String key,
      int delayMillis,
      boolean streams,
      Tally tally) {
    this.caller = caller;
    this.gateways = List.copyOf(gateways);
    this.key = key;
    this.delayMillis = delayMillis;
    this.streams = streams;
    this.tally = tally;
  }

  /**
   * Starts calling.
   *
   * @param delayMillis how long the upstream thinks
   * @param streams whether every other call is streamed
   * @param tally where what they meet is noted
   */
  static Crowd start(
      Caller caller,
      List<URI> gateways,
      String key,
      int clients,
      int delayMillis,
      boolean streams,
      Tally tally) {
    Crowd crowd = new Crowd(caller, gateways, key, delayMillis, streams, tally);
    for (int i = 0; i < clients; i++) {
      int first = i;
      crowd.threads.add(Thread.ofVirtual().name("client-" + i).start(() -> crowd.live(first)));
    }
    return crowd;
  }

  private void live(int first) {
    int at = first;
    boolean stream = streams && first % 2 == 0;
    while (!leaving) {
      Reply reply = caller.chat(gateways.get(at % gateways.size()), key, stream, delayMillis);
      tally.note(reply);
      if (!reply.answered()) {
        if (!reply.fromGateway()) {
          at++;
        }
        Pause.millis(PAUSE_MILLIS);
      }
      stream = streams && !stream;
    }
  }

  @Override
  public void close() {
    leaving = true;
    threads.forEach(Pause::join);
  }
}
