package io.marketplace.gateway.provider;

import java.io.IOException;
import java.io.InputStream;

/**
 * A provider's stream without the provider's credential, however its chunks are cut. It holds back
 * only what may be the credential's beginning, and that no longer than until the next byte tells.
 */
final class MaskedStream extends InputStream {
  private static final int ROOM = 8 * 1024;

  private final InputStream in;
  private final CredentialMask mask;
  private final byte[] buffer;

  /**
   * Bytes from {@code start} to {@code ready} may be read; those up to {@code end} are held back.
   */
  private int start;

  private int ready;
  private int end;

  MaskedStream(InputStream in, CredentialMask mask) {
    this.in = in;
    this.mask = mask;
    this.buffer = new byte[ROOM + mask.length()];
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] out, int offset, int length) throws IOException {
    while (start == ready) {
      if (!fill()) {
        return -1;
      }
    }
    int count = Math.min(length, ready - start);
    System.arraycopy(buffer, start, out, offset, count);
    start += count;
    return count;
  }

  /** Reads once more, behind what is held back; false at the end of the stream. */
  private boolean fill() throws IOException {
    System.arraycopy(buffer, ready, buffer, 0, end - ready);
    end -= ready;
    start = 0;
    ready = 0;
    int count = in.read(buffer, end, buffer.length - end);
    if (count < 0) {
      ready = end;
      return ready > 0;
    }
    end += count;
    mask.hide(buffer, 0, end);
    ready = end - mask.begun(buffer, 0, end);
    return true;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
