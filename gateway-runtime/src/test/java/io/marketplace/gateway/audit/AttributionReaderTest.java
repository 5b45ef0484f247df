package io.marketplace.gateway.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marketplace.gateway.body.BodyParser;
import io.marketplace.gateway.line.CallTrace;
import io.marketplace.gateway.line.GatewayCall;
import io.marketplace.gateway.line.Operation;
import io.marketplace.gateway.problem.GatewayProblem;
import io.marketplace.gateway.snapshot.Documents;
import io.marketplace.gateway.snapshot.KeyEntry;
import io.marketplace.gateway.snapshot.Snapshot;
import io.marketplace.model.metering.Attribution;
import io.marketplace.model.metering.CallId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttributionReaderTest {

  private final Documents documents = new Documents();
  private final Map<String, String> headers = new HashMap<>();
  private String metadata = "{}";

  private Attribution read() {
    Snapshot snapshot = Documents.parser().parse(documents.json());
    KeyEntry key = snapshot.keys().values().iterator().next();
    String body = "{\"model\":\"utility\",\"metadata\":" + metadata + ",\"messages\":[{}]}";
    GatewayCall.Arrival arrival =
        new GatewayCall.Arrival(
            CallId.create(),
            Instant.now(),
            Operation.CHAT,
            headers::get,
            new BodyParser().parse(body.getBytes(StandardCharsets.UTF_8), Operation.CHAT.shape()),
            snapshot,
            Long.MAX_VALUE);
    GatewayCall call = new GatewayCall(arrival, new CallTrace(System.nanoTime())).withKey(key);
    return new AttributionReader().attribute(call).attribution();
  }

  @Test
  void whatIsPinnedWinsOverTheHeaderThatOverBaggageAndThatOverMetadata() {
    documents.keyExtras("\"agent\":\"pinned\"");
    headers.put("Marketplace-Agent", "header");
    headers.put("Marketplace-Workflow", "header");
    headers.put("baggage", "marketplace-workflow=baggage,customer=b%C3%A4r+%2B;p=1, other=x");
    metadata = "{\"customer\":\"metadata\",\"use_case\":\"metadata\"}";
    assertThat(read()).isEqualTo(new Attribution("pinned", "header", "bär++", "metadata"));
  }

  @Test
  void aHeaderInUtf8IsReadAsSuch() {
    headers.put(
        "Marketplace-Agent",
        new String("Käse".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
    assertThat(read().agent()).isEqualTo("Käse");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0007b", "a\nb", "evil\u00e9"})
  void controlCharactersAndBrokenUtf8AreRefused(String value) {
    headers.put("Marketplace-Agent", value);
    assertThatThrownBy(this::read).isInstanceOf(GatewayProblem.class);
  }

  @Test
  void aTextIsNoName() {
    headers.put("Marketplace-Customer", "x".repeat(201));
    assertThatThrownBy(this::read).isInstanceOf(GatewayProblem.class);
    headers.put("Marketplace-Customer", "x".repeat(200));
    assertThat(read().customer()).hasSize(200);
  }

  @Test
  void malformedBaggageIsRefused() {
    headers.put("baggage", "agent=%zz");
    assertThatThrownBy(this::read).isInstanceOf(GatewayProblem.class);
  }
}
