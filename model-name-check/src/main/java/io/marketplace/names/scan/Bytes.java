package io.marketplace.names.scan;

import java.nio.charset.StandardCharsets;

/** The bytes in hand, as characters for regular expressions: one byte is one character. */
final class Bytes implements CharSequence {
  private final byte[] bytes;
  private int length;

  Bytes(byte[] bytes) {
    this.bytes = bytes;
  }

  void length(int newLength) {
    length = newLength;
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public char charAt(int index) {
    return (char) (bytes[index] & 0xff);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
  }

  /** What stands there, as text. */
  String text(int start, int end) {
    return new String(bytes, start, end - start, StandardCharsets.UTF_8);
  }

  /** The beginning of the line that holds {@code at}, at most {@code most} bytes before it. */
  int lineStart(int at, int most) {
    int start = at;
    int least = Math.max(0, at - most);
    while (start > least && bytes[start - 1] != '\n') {
      start--;
    }
    return start;
  }

  /** The end of the line that holds {@code at}, at most {@code most} bytes behind it. */
  int lineEnd(int at, int most) {
    int end = at;
    int last = Math.min(length, at + most);
    while (end < last && bytes[end] != '\n' && bytes[end] != '\r') {
      end++;
    }
    return end;
  }

  @Override
  public String toString() {
    return text(0, length);
  }
}
