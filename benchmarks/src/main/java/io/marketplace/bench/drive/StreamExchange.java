package io.marketplace.bench.drive;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.marketplace.bench.wire.Stamp;
import io.netty.buffer.ByteBuf;
import java.util.Optional;

/**
 * Times the chunks of one stream and checks it: every chunk once and in order, then the usage, then
 * {@code [DONE]}.
 */
final class StreamExchange implements Exchange {

  private final long id;
  private final Lane.Streams lane;
  private final long sentNanos;
  private final Tally tally;
  private final StreamTimes times;
  private final Runnable after;
  private final SseReader reader = new SseReader();
  private int status;
  private int chunks;
  private long lastNanos;
  private boolean usage;
  private boolean finished;
  private String flaw = "";

  StreamExchange(
      long id, Lane.Streams lane, long sentNanos, Tally tally, StreamTimes times, Runnable after) {
    this.id = id;
    this.lane = lane;
    this.sentNanos = sentNanos;
    this.tally = tally;
    this.times = times;
    this.after = after;
  }

  @Override
  public void status(int received) {
    status = received;
  }

  @Override
  public void content(ByteBuf part) {
    if (status != 200) {
      flaw(part.toString(UTF_8));
      return;
    }
    long now = System.nanoTime();
    for (String event : reader.read(part)) {
      event(event, now);
    }
  }

  private void event(String event, long now) {
    if (finished) {
      flaw("an event after [DONE]");
    } else if ("[DONE]".equals(event)) {
      finished = true;
    } else {
      if (event.contains("\"completion_tokens\"")) {
        usage = true;
      }
      Optional<Stamp> stamp = Stamp.find(event);
      stamp.ifPresent(written -> chunk(written, now));
    }
  }

  private void chunk(Stamp written, long now) {
    if (written.number() != chunks) {
      flaw("chunk " + written.number() + " where " + chunks + " was due");
    }
    if (chunks == 0) {
      times.first(now - sentNanos - lane.delayMillis() * 1_000_000L);
    } else {
      times.gap(now - lastNanos);
    }
    times.transit(now - written.writtenNanos());
    lastNanos = now;
    chunks++;
  }

  private void flaw(String found) {
    if (flaw.isEmpty()) {
      flaw = PlainExchange.shown(found);
    }
  }

  @Override
  public void done() {
    if (status != 200) {
      tally.wrong("status " + status, flaw);
    } else if (!flaw.isEmpty() || chunks != lane.chunks()) {
      tally.wrong("chunks missing or out of order", flaw.isEmpty() ? chunks + " chunks" : flaw);
    } else if (!usage) {
      tally.wrong("no usage", "stream " + id);
    } else if (!finished) {
      tally.wrong("no [DONE]", "stream " + id);
    } else {
      tally.right(System.nanoTime() - sentNanos);
    }
    after.run();
  }

  @Override
  public void broken(String reason) {
    tally.wrong(reason, "stream " + id + " after " + chunks + " chunks");
    after.run();
  }
}
