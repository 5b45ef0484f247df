package io.marketplace.gateway.audit;

import io.marketplace.gateway.line.GatewayCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a call says of itself besides its header: members of W3C {@code baggage} and of the body's
 * {@code metadata}, with or without the prefix {@code marketplace-}, in any case, with {@code -} or
 * {@code _}.
 */
public final class CallLabels {

  private static final String PREFIX = "marketplace-";

  private CallLabels() {}

  /** All that the call says under {@code name}: header, baggage, metadata. */
  public static List<String> all(GatewayCall call, String name) {
    String header = call.headers().first("Marketplace-" + name);
    String baggage = call.headers().first("baggage");
    Map<String, String> metadata = call.body().metadata();
    if (header == null && baggage == null && metadata.isEmpty()) {
      return List.of();
    }
    String key = name.toLowerCase(Locale.ROOT);
    List<String> said = new ArrayList<>(3);
    add(said, header);
    add(said, find(Baggage.read(baggage), key));
    add(said, find(metadata, key));
    return said;
  }

  private static void add(List<String> said, @Nullable String value) {
    if (value != null) {
      said.add(value);
    }
  }

  /** The value under {@code key}, which is in lower case with hyphens. */
  static @Nullable String find(Map<String, String> values, String key) {
    if (values.isEmpty()) {
      return null;
    }
    for (Map.Entry<String, String> entry : values.entrySet()) {
      String name = entry.getKey().toLowerCase(Locale.ROOT).replace('_', '-');
      if (name.equals(key) || name.equals(PREFIX + key)) {
        return entry.getValue();
      }
    }
    return null;
  }
}
