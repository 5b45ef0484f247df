package io.marketplace.api.routing;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.marketplace.model.routing.ProviderForm;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A provider as it is to be. What an answer holds besides is passed over, so that one that was read
 * can be sent back.
 *
 * @param jurisdiction whose law it stands under, such as {@code EU}
 * @param processingPlaces where data is processed
 * @param attributes contracts and certifications
 * @param version the version the change was made on
 */
@JsonIgnoreProperties({"id", "credentialStoredAt", "createdAt", "archivedAt"})
public record ProviderInput(
    String name,
    String jurisdiction,
    @Nullable List<String> processingPlaces,
    @Nullable Map<String, Object> attributes,
    @Nullable Integer version) {

  ProviderForm form() {
    return new ProviderForm(
        name,
        jurisdiction,
        processingPlaces == null ? List.of() : processingPlaces,
        attributes == null ? Map.of() : attributes);
  }
}
