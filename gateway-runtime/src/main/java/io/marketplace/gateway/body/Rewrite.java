package io.marketplace.gateway.body;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Replaces or adds single top-level values of a body and copies every other byte as it came. */
public final class Rewrite {
  private static final byte[] INCLUDE = ascii("\"include_usage\":true");
  private static final byte[] OPTIONS = ascii("{\"include_usage\":true}");
  private static final byte[] MEMBER = ascii(",\"stream_options\":{\"include_usage\":true}");

  private Rewrite() {}

  /**
   * The body with {@code model} set to the provider's own name for it.
   *
   * @param askUsage make the provider report the usage of a stream, whatever the caller asked for
   */
  public static byte[] forUpstream(RequestBody body, String model, boolean askUsage) {
    byte[] name = JsonStringEncoder.getInstance().quoteAsUTF8(model);
    Edits edits = new Edits(body.bytes(), name.length + 64);
    Runnable setModel =
        () -> {
          edits.copyTo(body.modelValue().start());
          edits.insert('"', name, '"');
          edits.skipTo(body.modelValue().end());
        };
    StreamOptions options = body.streamOptions();
    if (!askUsage || options.usageAskedFor()) {
      setModel.run();
      return edits.finish();
    }
    Span value = options.value();
    if (value == null) {
      setModel.run();
      edits.copyTo(body.objectEnd());
      edits.insert(MEMBER);
    } else if (value.start() < body.modelValue().start()) {
      setUsage(edits, options, value);
      setModel.run();
    } else {
      setModel.run();
      setUsage(edits, options, value);
    }
    return edits.finish();
  }

  private static void setUsage(Edits edits, StreamOptions options, Span value) {
    Span flag = options.includeUsage();
    if (options.isNull() || options.empty()) {
      edits.copyTo(value.start());
      edits.insert(OPTIONS);
      edits.skipTo(value.end());
    } else if (flag != null) {
      edits.copyTo(flag.start());
      edits.insert(ascii("true"));
      edits.skipTo(flag.end());
    } else {
      edits.copyTo(value.start() + 1);
      edits.insert(INCLUDE);
      edits.insert(ascii(","));
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** A cursor over the old bytes that writes the new ones. */
  private static final class Edits {
    private final byte[] from;
    private final ByteArrayOutputStream to;
    private int at;

    Edits(byte[] from, int extra) {
      this.from = from;
      this.to = new ByteArrayOutputStream(from.length + extra);
    }

    void copyTo(int index) {
      to.write(from, at, index - at);
      at = index;
    }

    void skipTo(int index) {
      at = index;
    }

    void insert(byte[] bytes) {
      to.write(bytes, 0, bytes.length);
    }

    void insert(char before, byte[] bytes, char after) {
      to.write(before);
      insert(bytes);
      to.write(after);
    }

    byte[] finish() {
      copyTo(from.length);
      return to.toByteArray();
    }
  }
}
