package io.marketplace.api.paging;

import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;

/**
 * An opaque place in a list: a form number, how many rows precede it and a checksum that binds it
 * to the list. It grants nothing, so it is not signed: whoever forges one pages their own list.
 */
final class Cursor {

  private static final byte FORM = 1;
  private static final int LENGTH = 1 + Integer.BYTES + Integer.BYTES;

  private Cursor() {}

  static String write(int offset, String list) {
    ByteBuffer bytes = ByteBuffer.allocate(LENGTH).put(FORM).putInt(offset);
    bytes.putInt(checksum(offset, list));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  static int read(String cursor, String list) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
      if (bytes.remaining() == LENGTH && bytes.get() == FORM) {
        int offset = bytes.getInt();
        if (offset >= 0 && bytes.getInt() == checksum(offset, list)) {
          return offset;
        }
      }
    } catch (IllegalArgumentException e) {
      // not base64: refused below like any other cursor that was not given out
    }
    throw new MarketplaceException(
        ProblemCode.INVALID_REQUEST, "cursor was not given out for this list.", "cursor");
  }

  private static int checksum(int offset, String list) {
    CRC32 crc = new CRC32();
    crc.update((offset + "@" + list).getBytes(StandardCharsets.UTF_8));
    return (int) crc.getValue();
  }
}
