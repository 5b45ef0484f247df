package io.marketplace.gateway.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.Networks;
import io.marketplace.model.kernel.PersonId;
import io.marketplace.model.kernel.TeamId;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.keys.KeyHash;
import io.marketplace.model.keys.KeyId;
import io.marketplace.model.keys.KeyScope;
import io.marketplace.model.keys.SecretId;
import io.marketplace.model.metering.Attribution;
import io.marketplace.model.metering.CallOwner;
import io.marketplace.model.policy.Sensitivity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads keys with their secrets; a key of an archived application is left out. */
final class KeyReader {
  private final Map<ApplicationId, TeamId> teams = new HashMap<>();

  KeyReader(JsonNode applications) {
    for (JsonNode node : applications) {
      teams.put(
          ApplicationId.parse(node.path("id").asText()),
          TeamId.parse(node.path("teamId").asText()));
    }
  }

  Map<KeyHash, KeyEntry> read(JsonNode nodes) {
    Map<KeyHash, KeyEntry> keys = new HashMap<>();
    for (JsonNode node : nodes) {
      ApplicationId application = ApplicationId.parse(node.path("applicationId").asText());
      TeamId team = teams.get(application);
      if (team == null) {
        continue;
      }
      CallOwner owner =
          new CallOwner(
              TenantId.parse(node.path("tenantId").asText()),
              team,
              application,
              KeyId.parse(node.path("id").asText()));
      for (JsonNode secret : node.path("secrets")) {
        keys.put(KeyHash.ofHex(secret.path("hash").asText()), entry(node, owner, secret));
      }
    }
    return keys;
  }

  private static KeyEntry entry(JsonNode node, CallOwner owner, JsonNode secret) {
    return new KeyEntry(
        owner,
        SecretId.parse(secret.path("id").asText()),
        Times.earlier(Times.read(node.path("expiresAt")), Times.read(secret.path("liveUntil"))),
        // What cannot be read is taken for the most sensitive.
        Sensitivity.of(node.path("sensitivity").asText()).orElse(Sensitivity.RESTRICTED),
        lowered(node.path("tiers")),
        node.path("providers").isArray() ? lowered(node.path("providers")) : null,
        node.path("jurisdictions").isArray() ? lowered(node.path("jurisdictions")) : null,
        new Attribution(
            text(node, "agent"),
            text(node, "workflow"),
            text(node, "customer"),
            text(node, "useCase")),
        bounds(node));
  }

  private static KeyBounds bounds(JsonNode node) {
    String parent = text(node, "parentId");
    String identity = text(node, "identity");
    String highest = text(node, "highestSensitivity");
    return new KeyBounds(
        parent == null ? null : KeyId.parse(parent),
        node.path("aliases").isArray() ? lowered(node.path("aliases")) : null,
        node.path("sourceNetworks").isArray() ? networks(node.path("sourceNetworks")) : null,
        // What cannot be read narrows most.
        highest == null ? null : Sensitivity.of(highest).orElse(Sensitivity.PUBLIC),
        node.path("labelValuesMax").asInt(KeyScope.USUAL_LABEL_VALUES),
        identity == null ? null : PersonId.parse(identity));
  }

  private static Networks networks(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(value -> texts.add(value.asText()));
    return Networks.stored(texts);
  }

  private static Set<String> lowered(JsonNode array) {
    Set<String> values = new HashSet<>();
    array.forEach(value -> values.add(value.asText().toLowerCase(Locale.ROOT)));
    return Set.copyOf(values);
  }

  private static @Nullable String text(JsonNode node, String field) {
    return node.path(field).isTextual() ? node.path(field).asText() : null;
  }
}
