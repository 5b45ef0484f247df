package io.marketplace.gateway.audit;

import io.marketplace.gateway.line.GatewayCall;
import io.marketplace.gateway.problem.GatewayProblem;
import io.marketplace.model.metering.Attribution;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a call is attributed to. What is pinned on the key wins over the {@code Marketplace-…}
 * header, that over the same name in W3C {@code baggage}, that over the body's {@code metadata} (in
 * both with or without the prefix, in any case, with {@code -} or {@code _}).
 */
final class AttributionReader {
  /** Longer values are a mistake: names and identifiers, not texts, stand here. */
  private static final int MAX_CHARS = 200;

  /** What is read, by the header's name and the other two's key. */
  private enum Label {
    AGENT("Agent"),
    WORKFLOW("Workflow"),
    CUSTOMER("Customer"),
    USE_CASE("Use-Case"),
    REQUEST_CLASS("Request-Class");

    private final String header;
    private final String key;

    Label(String name) {
      header = "Marketplace-" + name;
      key = name.toLowerCase(Locale.ROOT);
    }
  }

  GatewayCall attribute(GatewayCall call) {
    Attribution pinned = call.key().pinned();
    List<Map.Entry<String, String>> baggage = Baggage.read(call.headers().all("baggage"));
    Attribution attribution =
        new Attribution(
            value(call, baggage, pinned.agent(), Label.AGENT),
            value(call, baggage, pinned.workflow(), Label.WORKFLOW),
            value(call, baggage, pinned.customer(), Label.CUSTOMER),
            value(call, baggage, pinned.useCase(), Label.USE_CASE));
    String requestClass = value(call, baggage, null, Label.REQUEST_CLASS);
    if (!attribution.equals(Attribution.NONE)) {
      call.trace().add("audit/RecordCall", "attributed", facts(attribution));
    }
    return call.withAttribution(attribution, requestClass);
  }

  /** Names and values of the labels that the call bears. */
  private static String[] facts(Attribution attribution) {
    List<String> facts = new ArrayList<>(8);
    add(facts, "agent", attribution.agent());
    add(facts, "workflow", attribution.workflow());
    add(facts, "customer", attribution.customer());
    add(facts, "useCase", attribution.useCase());
    return facts.toArray(String[]::new);
  }

  private static void add(List<String> facts, String name, @Nullable String value) {
    if (value != null) {
      facts.add(name);
      facts.add(value);
    }
  }

  private static @Nullable String value(
      GatewayCall call,
      List<Map.Entry<String, String>> baggage,
      @Nullable String pinned,
      Label label) {
    if (pinned != null) {
      return pinned;
    }
    String header = call.headers().first(label.header);
    if (header != null) {
      return checked(decoded(header, label.header), label.header);
    }
    String carried = CallLabels.find(baggage, label.key);
    if (carried != null) {
      return checked(carried, "baggage." + label.key);
    }
    String written = CallLabels.find(call.body().metadata().entrySet(), label.key);
    return written == null ? null : checked(written, "metadata." + label.key);
  }

  /** Servers hand header bytes over as ISO 8859-1; callers send UTF-8. */
  private static String decoded(String header, String name) {
    if (ascii(header)) {
      return header;
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(header.getBytes(StandardCharsets.ISO_8859_1)))
          .toString();
    } catch (CharacterCodingException e) {
      throw GatewayProblem.badRequest("'" + name + "' is not valid UTF-8.", name);
    }
  }

  private static boolean ascii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable String checked(String value, String name) {
    String text = value.strip();
    if (text.isEmpty()) {
      return null;
    }
    if (text.codePointCount(0, text.length()) > MAX_CHARS) {
      throw GatewayProblem.badRequest(
          "'" + name + "' has more than " + MAX_CHARS + " characters.", name);
    }
    if (!printable(text)) {
      throw GatewayProblem.badRequest("'" + name + "' holds a control character.", name);
    }
    return text;
  }

  private static boolean printable(String text) {
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      if (unprintable(text.codePointAt(at))) {
        return false;
      }
    }
    return true;
  }

  /**
   * Control characters, and those that turn the direction of text: a name must look like what it
   * is.
   */
  private static boolean unprintable(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }
}
