package io.marketplace.bench.drive;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the requests of a lane are like, beyond their number.
 *
 * @param delayMillis how long the upstream waits before it answers, in milliseconds; latencies are
 *     told without it
 * @param keys how many keys take turns
 * @param payload what makes the body large
 * @param kilobytes how large, in units of 1,024 bytes
 */
public record Shape(int delayMillis, int keys, Payload payload, int kilobytes) {

  /** A short question with one key, answered at once. */
  public static final Shape PLAIN = new Shape(0, 1, Payload.SHORT, 0);

  /**
   * One word of a lane's name: {@code 60ms}, {@code 64keys}, {@code prompt220k}, {@code
   * image5120k}.
   */
  private static final Pattern WORD =
      Pattern.compile("(?:(prompt|image))?([1-9]\\d{0,4})(ms|keys|k)");

  /** What a body consists of. */
  public enum Payload {
    /** A question of a few words. */
    SHORT,
    /** A long text before the question. */
    PROMPT,
    /** An image in base64 beside the question. */
    IMAGE
  }

  /**
   * This shape with one more word of a name.
   *
   * @throws IllegalArgumentException if it is none
   */
  Shape with(String word) {
    Matcher form = WORD.matcher(word);
    if (!form.matches() || (form.group(1) != null) != form.group(3).equals("k")) {
      throw new IllegalArgumentException("a lane has no " + word);
    }
    int number = Integer.parseInt(form.group(2));
    return switch (form.group(3)) {
      case "ms" -> new Shape(number, keys, payload, kilobytes);
      case "keys" -> new Shape(delayMillis, number, payload, kilobytes);
      default ->
          new Shape(
              delayMillis,
              keys,
              form.group(1).equals("image") ? Payload.IMAGE : Payload.PROMPT,
              number);
    };
  }

  /** The words that {@link #with} reads, each with a dash before it. */
  String suffix() {
    String large =
        switch (payload) {
          case SHORT -> "";
          case PROMPT -> "-prompt" + kilobytes + "k";
          case IMAGE -> "-image" + kilobytes + "k";
        };
    return (delayMillis > 0 ? "-" + delayMillis + "ms" : "")
        + (keys > 1 ? "-" + keys + "keys" : "")
        + large;
  }

  /** What stands before the question, {@code kilobytes} long; harmless inside a JSON text. */
  String filler() {
    String unit =
        payload == Payload.IMAGE
            ? "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ"
            : "The quick brown fox jumps over the lazy dog. ";
    int length = kilobytes * 1_024;
    return unit.repeat(length / unit.length() + 1).substring(0, length);
  }
}
