package io.marketplace.gateway.snapshot;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.policy.ProviderTraits;
import io.marketplace.model.routing.CredentialCipher;
import io.marketplace.model.routing.PoolId;
import io.marketplace.model.routing.ProviderId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads providers, pools and what each pool serves. */
final class PoolReader {
  private static final Logger LOG = LoggerFactory.getLogger(PoolReader.class);

  /** A pool and a model of it. */
  record Served(PoolId pool, String model) {}

  private static final TypeReference<Map<String, Object>> ATTRIBUTES = new TypeReference<>() {};

  private final CredentialCipher cipher;
  private final ObjectMapper json;

  PoolReader(CredentialCipher cipher, ObjectMapper json) {
    this.json = json;
    this.cipher = cipher;
  }

  /** Fills {@code pools} and returns what they serve, each with weight 1. */
  Map<Served, Candidate> read(JsonNode root, Map<PoolId, Pool> pools) {
    Map<ProviderId, Provider> providers = new HashMap<>();
    for (JsonNode node : root.path("providers")) {
      ProviderId id = ProviderId.parse(node.path("id").asText());
      providers.put(id, new Provider(id, traits(node), credential(id, node.path("credential"))));
    }
    Map<Served, Candidate> served = new HashMap<>();
    for (JsonNode node : root.path("pools")) {
      Provider provider = providers.get(ProviderId.parse(node.path("providerId").asText()));
      if (provider == null) {
        continue;
      }
      Pool pool = pool(node, provider);
      pools.put(pool.id(), pool);
      for (JsonNode model : node.path("models")) {
        String name = model.path("name").asText();
        served.put(
            new Served(pool.id(), name),
            new Candidate(pool, name, 1, price(model), context(model)));
      }
    }
    return served;
  }

  private ProviderTraits traits(JsonNode node) {
    List<String> places = new ArrayList<>();
    node.path("processingPlaces").forEach(place -> places.add(place.asText()));
    return ProviderTraits.of(
        node.path("name").asText(),
        node.path("jurisdiction").asText(),
        places,
        node.path("attributes").isObject()
            ? json.convertValue(node.path("attributes"), ATTRIBUTES)
            : Map.of());
  }

  private static Pool pool(JsonNode node, Provider provider) {
    List<Endpoint> endpoints = new ArrayList<>();
    for (JsonNode address : node.path("endpoints")) {
      Endpoint.of(address.asText())
          .ifPresentOrElse(
              endpoints::add,
              () -> LOG.warn("Pool {} has an address that is none", node.path("name").asText()));
    }
    return new Pool(
        PoolId.parse(node.path("id").asText()),
        node.path("name").asText(),
        provider,
        node.path("engine").asText(),
        node.path("dialect").asText(),
        endpoints,
        node.path("capacity").isInt() ? node.path("capacity").asInt() : null);
  }

  private static @Nullable Integer context(JsonNode model) {
    int tokens = model.path("contextTokens").asInt(0);
    return tokens > 0 ? tokens : null;
  }

  private static @Nullable Price price(JsonNode model) {
    if (!model.path("priceVersion").isIntegralNumber()) {
      return null;
    }
    long prompt = model.path("promptNanoPerMillion").asLong();
    long completion = model.path("completionNanoPerMillion").asLong();
    return new Price(
        model.path("priceVersion").asInt(),
        new NanoUsd(prompt),
        new NanoUsd(model.path("cachedPromptNanoPerMillion").asLong(prompt)),
        new NanoUsd(completion),
        new NanoUsd(model.path("reasoningNanoPerMillion").asLong(completion)),
        new NanoUsd(model.path("imageNano").asLong()),
        new NanoUsd(model.path("requestNano").asLong()));
  }

  private @Nullable String credential(ProviderId provider, JsonNode sealed) {
    if (!sealed.isTextual()) {
      return null;
    }
    try {
      return cipher.open(provider, HexFormat.of().parseHex(sealed.asText()));
    } catch (IllegalArgumentException e) {
      // The pool will answer 401 and be skipped; the reason must not hold any part of the secret.
      LOG.error("The credential of provider {} cannot be opened with this master key", provider);
      return null;
    }
  }
}
