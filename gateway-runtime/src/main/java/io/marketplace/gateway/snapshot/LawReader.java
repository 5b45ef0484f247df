package io.marketplace.gateway.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.policy.Law;
import io.marketplace.model.policy.PolicyDocument;
import io.marketplace.model.policy.PolicyTree;
import io.marketplace.model.policy.Sensitivity;
import io.marketplace.model.problem.MarketplaceException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads policies; one that cannot be read denies everything. */
final class LawReader {
  private static final Logger LOG = LoggerFactory.getLogger(LawReader.class);

  private final ObjectMapper json;

  LawReader(ObjectMapper json) {
    this.json = json;
  }

  /**
   * Fills {@code tenants} with the laws of tenants that have a policy of their own, and returns
   * that of all others.
   */
  LawTable read(JsonNode nodes, Collection<Provider> providers, Map<TenantId, LawTable> tenants) {
    Law platform = Law.platform(0, PolicyDocument.NOTHING);
    Map<TenantId, JsonNode> own = new HashMap<>();
    for (JsonNode node : nodes) {
      if (node.path("tenantId").isTextual()) {
        own.put(TenantId.parse(node.path("tenantId").asText()), node);
      } else {
        platform = Law.platform(node.path("version").asInt(), document(node));
      }
    }
    Law base = platform;
    own.forEach(
        (tenant, node) ->
            tenants.put(
                tenant,
                new LawTable(
                    base.narrowedBy(node.path("version").asInt(), document(node)), providers)));
    return new LawTable(base, providers);
  }

  /** The enterprise's words for sensitivities. */
  static Map<String, Sensitivity> words(JsonNode nodes) {
    Map<String, Sensitivity> words = new HashMap<>();
    for (JsonNode node : nodes) {
      Sensitivity.of(node.path("code").asText())
          .ifPresent(
              rank ->
                  node.path("words")
                      .forEach(word -> words.put(word.asText().toLowerCase(Locale.ROOT), rank)));
    }
    return words;
  }

  private PolicyDocument document(JsonNode node) {
    try {
      return PolicyTree.read(tree(node.path("rules")), tree(node.path("sets")));
    } catch (MarketplaceException e) {
      LOG.error(
          "A policy of version {} cannot be read and denies everything: {}",
          node.path("version").asInt(),
          e.getMessage());
      return PolicyDocument.NOTHING;
    }
  }

  private @Nullable Object tree(JsonNode node) {
    return node.isMissingNode() ? null : json.convertValue(node, Object.class);
  }
}
