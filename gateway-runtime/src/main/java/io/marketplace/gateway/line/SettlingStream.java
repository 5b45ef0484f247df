package io.marketplace.gateway.line;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Tells once how a streamed answer ended: read to its end, broken by the provider, or closed early
 * because the client left. Inner streams are told first.
 */
public final class SettlingStream extends FilterInputStream {
  private final int status;
  private final BooleanSupplier complete;
  private final Consumer<Outcome> settle;
  private boolean settled;

  public SettlingStream(InputStream in, int status, Consumer<Outcome> settle) {
    this(in, status, () -> false, settle);
  }

  /**
   * Settles before the last bytes are handed out: {@code complete} says after each read whether
   * these were they.
   */
  public SettlingStream(
      InputStream in, int status, BooleanSupplier complete, Consumer<Outcome> settle) {
    super(in);
    this.status = status;
    this.complete = complete;
    this.settle = settle;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    try {
      int count = super.read(buffer, offset, length);
      if (count < 0 || complete.getAsBoolean()) {
        end(Outcome.answered(status));
      }
      return count;
    } catch (IOException | RuntimeException e) {
      end(Outcome.broken(status));
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    try {
      super.close();
    } finally {
      end(Outcome.CANCELLED);
    }
  }

  private void end(Outcome outcome) {
    if (!settled) {
      settled = true;
      settle.accept(outcome);
    }
  }
}
