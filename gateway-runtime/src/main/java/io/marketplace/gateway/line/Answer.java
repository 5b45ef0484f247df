package io.marketplace.gateway.line;

import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What goes back to the caller: either all bytes at once or a stream that is written as it is read.
 * Whoever writes a stream must close it, whether it was read to its end or not: that is when it is
 * settled.
 */
public final class Answer {
  private final int status;
  private final String contentType;
  private final Map<String, String> headers;
  private final byte[] bytes;
  private final @Nullable InputStream stream;

  private Answer(
      int status,
      String contentType,
      Map<String, String> headers,
      byte[] bytes,
      @Nullable InputStream stream) {
    this.status = status;
    this.contentType = contentType;
    this.headers = headers;
    this.bytes = bytes;
    this.stream = stream;
  }

  /** A whole answer. */
  public static Answer plain(int status, String contentType, byte[] bytes) {
    return new Answer(status, contentType, Map.of(), bytes, null);
  }

  /**
   * A streamed answer. Reading may throw a {@link io.marketplace.gateway.problem.GatewayProblem}
   * when the provider breaks off.
   */
  public static Answer streamed(int status, String contentType, InputStream stream) {
    return new Answer(status, contentType, Map.of(), new byte[0], stream);
  }

  /** A copy with one more header. */
  public Answer with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Answer(status, contentType, more, bytes, stream);
  }

  /** A copy with more headers. */
  public Answer with(Map<String, String> added) {
    if (added.isEmpty()) {
      return this;
    }
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.putAll(added);
    return new Answer(status, contentType, more, bytes, stream);
  }

  /** A copy with another whole body. */
  public Answer withBytes(byte[] value) {
    return new Answer(status, contentType, headers, value, stream);
  }

  /** A copy whose stream is wrapped; an answer without one stays as it is. */
  public Answer wrap(UnaryOperator<InputStream> wrapper) {
    return stream == null
        ? this
        : new Answer(status, contentType, headers, bytes, wrapper.apply(stream));
  }

  public int status() {
    return status;
  }

  public String contentType() {
    return contentType;
  }

  public Map<String, String> headers() {
    return headers;
  }

  /** The whole body; empty for a stream. Shared, not to be changed. */
  public byte[] bytes() {
    return bytes;
  }

  public @Nullable InputStream stream() {
    return stream;
  }
}
