package io.marketplace.api.transport;

import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Refuses to read on once more than a number of bytes came, whatever the headers promised. */
final class LimitedStream extends FilterInputStream {

  private final int limit;
  private int taken;

  LimitedStream(InputStream in, int limit) {
    super(in);
    this.limit = limit;
  }

  static MarketplaceException tooLarge(int limit) {
    return new MarketplaceException(
        ProblemCode.REQUEST_TOO_LARGE, "A body may have at most " + limit + " bytes.");
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    count(next < 0 ? 0 : 1);
    return next;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int read = super.read(into, offset, length);
    count(Math.max(read, 0));
    return read;
  }

  private void count(int more) {
    taken += more;
    if (taken > limit) {
      throw tooLarge(limit);
    }
  }
}
