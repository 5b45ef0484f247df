package io.marketplace.bench.drive;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.marketplace.bench.wire.Directive;
import io.netty.buffer.ByteBuf;

/** Times a plain answer and checks it: status, the echo of this very request, the usage. */
final class PlainExchange implements Exchange {

  private static final int SHOWN = 300;

  private final long id;
  private final long sinceNanos;
  private final Tally tally;
  private final Runnable after;
  private final StringBuilder body = new StringBuilder(512);
  private int status;

  /**
   * @param sinceNanos when the request was due
   * @param after called once, when the connection is free again
   */
  PlainExchange(long id, long sinceNanos, Tally tally, Runnable after) {
    this.id = id;
    this.sinceNanos = sinceNanos;
    this.tally = tally;
    this.after = after;
  }

  @Override
  public void status(int received) {
    status = received;
  }

  @Override
  public void content(ByteBuf part) {
    body.append(part.toString(UTF_8));
  }

  @Override
  public void done() {
    long nanos = System.nanoTime() - sinceNanos;
    String answer = body.toString();
    if (status != 200) {
      tally.wrong("status " + status, shown(answer));
    } else if (!answer.contains("echo " + Directive.renderId(id) + ":")) {
      tally.wrong("another answer", shown(answer));
    } else if (!answer.contains("\"completion_tokens\"")) {
      tally.wrong("no usage", shown(answer));
    } else {
      tally.right(nanos);
    }
    after.run();
  }

  @Override
  public void broken(String reason) {
    tally.wrong(reason, "request " + id);
    after.run();
  }

  static String shown(String answer) {
    return answer.length() <= SHOWN ? answer : answer.substring(0, SHOWN) + "…";
  }
}
