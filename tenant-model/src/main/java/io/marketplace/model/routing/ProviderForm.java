package io.marketplace.model.routing;

import java.util.List;
import java.util.Map;

/**
 * What is told of a provider when it is registered or changed.
 *
 * @param name 1 to 80 characters, unique
 * @param jurisdiction 2 to 40 characters, such as {@code EU} or {@code on-premises}
 * @param processingPlaces where data is processed, at most 50
 * @param attributes contracts and certifications, at most 50: strings, booleans, numbers or lists
 *     of strings
 */
public record ProviderForm(
    String name,
    String jurisdiction,
    List<String> processingPlaces,
    Map<String, Object> attributes) {}
