package io.marketplace.gateway.body;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/** Replaces or adds single top-level values of a body and copies every other byte as it came. */
public final class Rewrite {
  private static final byte[] INCLUDE = ascii("\"include_usage\":true,");
  private static final byte[] OPTIONS = ascii("{\"include_usage\":true}");
  private static final byte[] MAX_TOKENS = ascii(",\"max_tokens\":");
  private static final byte[] MEMBER = ascii(",\"stream_options\":{\"include_usage\":true}");

  private Rewrite() {}

  /** A value to be put in the place of another. */
  @SuppressWarnings("ArrayRecordComponent") // bytes on their way, never compared
  private record Edit(Span place, byte[] value) {}

  /**
   * The body with {@code model} set to the provider's own name for it.
   *
   * @param askUsage make the provider report the usage of a stream, whatever the caller asked for
   * @param maxTokens the {@code max_tokens} of a caller who named none; empty to leave it so
   */
  public static byte[] forUpstream(
      RequestBody body, String model, boolean askUsage, OptionalLong maxTokens) {
    List<Edit> edits = new ArrayList<>(3);
    edits.add(new Edit(body.modelValue(), quoted(model)));
    ByteArrayOutputStream members = new ByteArrayOutputStream(64);
    StreamOptions options = body.streamOptions();
    if (askUsage && !options.usageAskedFor()) {
      Span value = options.value();
      if (value == null) {
        members.writeBytes(MEMBER);
      } else {
        edits.add(usage(options, value));
      }
    }
    if (maxTokens.isPresent()) {
      byte[] number = ascii(Long.toString(maxTokens.getAsLong()));
      Span literal = body.nullMaxTokens();
      if (literal == null) {
        members.writeBytes(MAX_TOKENS);
        members.writeBytes(number);
      } else {
        edits.add(new Edit(literal, number));
      }
    }
    edits.add(new Edit(new Span(body.objectEnd(), body.objectEnd()), members.toByteArray()));
    return apply(body.bytes(), edits);
  }

  private static byte[] quoted(String model) {
    byte[] name = JsonStringEncoder.getInstance().quoteAsUTF8(model);
    byte[] value = new byte[name.length + 2];
    value[0] = '"';
    System.arraycopy(name, 0, value, 1, name.length);
    value[value.length - 1] = '"';
    return value;
  }

  private static Edit usage(StreamOptions options, Span value) {
    if (options.isNull() || options.empty()) {
      return new Edit(value, OPTIONS);
    }
    Span flag = options.includeUsage();
    return flag == null
        ? new Edit(new Span(value.start() + 1, value.start() + 1), INCLUDE)
        : new Edit(flag, ascii("true"));
  }

  private static byte[] apply(byte[] from, List<Edit> edits) {
    edits.sort(Comparator.comparingInt(edit -> edit.place().start()));
    int length = from.length;
    for (Edit edit : edits) {
      length += edit.value().length - (edit.place().end() - edit.place().start());
    }
    byte[] to = new byte[length];
    int read = 0;
    int written = 0;
    for (Edit edit : edits) {
      int kept = edit.place().start() - read;
      System.arraycopy(from, read, to, written, kept);
      written += kept;
      System.arraycopy(edit.value(), 0, to, written, edit.value().length);
      written += edit.value().length;
      read = edit.place().end();
    }
    System.arraycopy(from, read, to, written, from.length - read);
    return to;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
