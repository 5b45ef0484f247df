package io.marketplace.api.routing;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import io.marketplace.model.routing.Dialect;
import io.marketplace.model.routing.PoolForm;
import io.marketplace.model.routing.ProviderId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A pool as it is to be. What an answer holds besides is passed over, so that one that was read can
 * be sent back.
 *
 * @param providerId whose it is
 * @param engine such as {@code vllm} or {@code llama.cpp}
 * @param dialect the wire format: {@code openai}, {@code anthropic} or {@code cohere}
 * @param endpoints base addresses
 * @param capacity requests at a time, where known
 * @param models what it serves
 * @param version the version the change was made on
 */
@JsonIgnoreProperties({"id", "provider", "jurisdiction", "createdAt", "archivedAt"})
public record PoolInput(
    String name,
    String providerId,
    String engine,
    String dialect,
    List<String> endpoints,
    @Nullable String region,
    @Nullable Integer capacity,
    List<PoolModelInput> models,
    @Nullable Integer version) {

  PoolForm form() {
    return new PoolForm(
        name,
        provider(),
        engine,
        Dialect.parse("dialect", dialect),
        endpoints,
        Optional.ofNullable(region),
        Optional.ofNullable(capacity),
        models.stream().map(PoolModelInput::form).toList());
  }

  private ProviderId provider() {
    try {
      return ProviderId.parse(providerId);
    } catch (MarketplaceException e) {
      throw new MarketplaceException(
          ProblemCode.INVALID_REQUEST, "No provider has this providerId.", "providerId");
    }
  }
}
