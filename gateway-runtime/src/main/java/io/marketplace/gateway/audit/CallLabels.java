package io.marketplace.gateway.audit;

import io.marketplace.gateway.line.GatewayCall;
import java.util.ArrayList;
import java.util.Collection;
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

  /**
   * All that the call says under {@code name}, however often: services on its way may each have
   * added a header or a member of their own.
   */
  public static List<String> all(GatewayCall call, String name) {
    List<String> headers = call.headers().all("Marketplace-" + name);
    List<String> baggage = call.headers().all("baggage");
    Map<String, String> metadata = call.body().metadata();
    if (headers.isEmpty() && baggage.isEmpty() && metadata.isEmpty()) {
      return List.of();
    }
    String key = name.toLowerCase(Locale.ROOT);
    List<String> said = new ArrayList<>(headers);
    Baggage.read(baggage).stream()
        .filter(member -> isNamed(member, key))
        .forEach(member -> said.add(member.getValue()));
    metadata.entrySet().stream()
        .filter(member -> isNamed(member, key))
        .forEach(member -> said.add(member.getValue()));
    return said;
  }

  /** The first value under {@code key}, which is in lower case with hyphens. */
  static @Nullable String find(Collection<Map.Entry<String, String>> members, String key) {
    for (Map.Entry<String, String> member : members) {
      if (isNamed(member, key)) {
        return member.getValue();
      }
    }
    return null;
  }

  private static boolean isNamed(Map.Entry<String, String> member, String key) {
    String name = member.getKey().toLowerCase(Locale.ROOT).replace('_', '-');
    return name.equals(key) || name.equals(PREFIX + key);
  }
}
