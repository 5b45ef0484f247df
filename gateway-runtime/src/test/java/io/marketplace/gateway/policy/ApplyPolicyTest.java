package io.marketplace.gateway.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marketplace.gateway.body.BodyParser;
import io.marketplace.gateway.line.Answer;
import io.marketplace.gateway.line.CallHeaders;
import io.marketplace.gateway.line.CallTrace;
import io.marketplace.gateway.line.GatewayCall;
import io.marketplace.gateway.line.Operation;
import io.marketplace.gateway.snapshot.Documents;
import io.marketplace.gateway.snapshot.KeyEntry;
import io.marketplace.gateway.snapshot.Snapshot;
import io.marketplace.model.metering.CallId;
import io.marketplace.model.policy.Sensitivity;
import io.marketplace.model.problem.MarketplaceException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How sensitive a call's data counts, whoever says it and how often. */
class ApplyPolicyTest {

  private final Documents documents =
      new Documents()
          .rules(
              "{\"sensitivities\":[\"public\",\"internal\",\"confidential\"],\"jurisdictions\":[\"EU\"]}")
          .pool(1, Documents.PROVIDER_EU, "http://127.0.0.1:1")
          .route("utility", "", 1);
  private final Map<String, List<String>> headers = new HashMap<>();
  private String metadata = "{}";

  private record Several(Map<String, List<String>> lines) implements CallHeaders {
    @Override
    public @Nullable String first(String name) {
      return all(name).stream().findFirst().orElse(null);
    }

    @Override
    public List<String> all(String name) {
      return lines.getOrDefault(name, List.of());
    }
  }

  private Sensitivity sensitivity(Snapshot snapshot) {
    KeyEntry key = snapshot.keys().values().iterator().next();
    String body = "{\"model\":\"utility\",\"metadata\":" + metadata + ",\"messages\":[{}]}";
    GatewayCall.Arrival arrival =
        new GatewayCall.Arrival(
            CallId.create(),
            Instant.now(),
            Operation.CHAT,
            new Several(headers),
            new BodyParser().parse(body.getBytes(StandardCharsets.UTF_8), Operation.CHAT.shape()),
            snapshot,
            Long.MAX_VALUE);
    AtomicReference<@Nullable GatewayCall> passed = new AtomicReference<>();
    Answer unused =
        new ApplyPolicy(() -> Duration.ZERO, StalenessLimits.DEFAULT)
            .apply(
                new GatewayCall(arrival, new CallTrace(System.nanoTime()))
                    .withKey(key)
                    .withRoute(
                        Objects.requireNonNull(snapshot.route(key.owner().tenant(), "utility"))),
                call -> {
                  passed.set(call);
                  return Answer.plain(200, "application/json", new byte[0]);
                });
    return Objects.requireNonNull(passed.get()).sensitivity();
  }

  private Sensitivity sensitivity() {
    return sensitivity(Documents.parser().parse(documents.json()));
  }

  @Test
  void eachOfSeveralHeadersIsHeard() {
    headers.put("Marketplace-Sensitivity", List.of("internal", "confidential"));
    assertThat(sensitivity()).isEqualTo(Sensitivity.CONFIDENTIAL);
  }

  @Test
  void eachMemberOfSeveralBaggageHeadersIsHeard() {
    headers.put("baggage", List.of("agent=a", "sensitivity=confidential,sensitivity=public"));
    assertThat(sensitivity()).isEqualTo(Sensitivity.CONFIDENTIAL);
    headers.put("baggage", List.of("sensitivity=public", "Marketplace-Sensitivity=confidential"));
    assertThat(sensitivity()).isEqualTo(Sensitivity.CONFIDENTIAL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"sensitivity\":\"public\",\"Marketplace-Sensitivity\":\"confidential\"}",
        "{\"marketplace_sensitivity\":\"confidential\",\"sensitivity\":\"internal\"}"
      })
  void eachMemberOfTheMetadataIsHeard(String said) {
    metadata = said;
    assertThat(sensitivity()).isEqualTo(Sensitivity.CONFIDENTIAL);
  }

  @Test
  void aWordNobodyKnowsIsRefusedWhereverItStands() {
    headers.put("Marketplace-Sensitivity", List.of("confidential", "odd"));
    assertThatThrownBy(this::sensitivity).isInstanceOf(MarketplaceException.class);
  }

  @Test
  void aCallCountsAsTheGrantOfItsTierEvenIfAnotherGrantOfTheKeyIsLower() {
    String grant = "\"tier\":\"utility\",\"sensitivity\":\"%s\"";
    String confidential =
        documents.json().replace(grant.formatted("internal"), grant.formatted("confidential"));
    assertThat(sensitivity(Documents.parser().parse(confidential)))
        .isEqualTo(Sensitivity.CONFIDENTIAL);
    String lower = documents.json().replace(grant.formatted("internal"), grant.formatted("public"));
    assertThat(sensitivity(Documents.parser().parse(lower))).isEqualTo(Sensitivity.INTERNAL);
  }
}
