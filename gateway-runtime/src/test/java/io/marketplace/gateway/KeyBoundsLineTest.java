package io.marketplace.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.marketplace.gateway.line.Answer;
import io.marketplace.gateway.line.CallHeaders;
import io.marketplace.gateway.line.GatewayCall;
import io.marketplace.gateway.line.Operation;
import io.marketplace.gateway.problem.GatewayProblem;
import io.marketplace.gateway.snapshot.Documents;
import io.marketplace.model.metering.CallId;
import io.marketplace.model.metering.DecidedCall;
import io.marketplace.model.problem.ProblemCode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a key's own scope refuses, in the whole line. */
class KeyBoundsLineTest {

  private final LoopbackUpstream upstream;
  private final Documents documents;
  private final FakeStore store;
  private final Gateway gateway;

  KeyBoundsLineTest(@TempDir Path state) throws Exception {
    upstream = new LoopbackUpstream();
    documents =
        new Documents()
            .pool(1, Documents.PROVIDER_EU, upstream.url())
            .rule("confidential", "EU")
            .rule("restricted", "EU")
            .route("utility", "", 1)
            .route("chat", "", 1)
            .keyExtras(
                """
                "aliases":["chat"],"highestSensitivity":"confidential",
                "sourceNetworks":["192.0.2.0/24","2001:db8::/32"]""");
    store = new FakeStore(documents);
    gateway =
        new Gateway(
            GatewayConfig.of(
                Map.of(
                    "MARKETPLACE_ALLOW_LOOPBACK_UPSTREAMS",
                    "true",
                    "MARKETPLACE_KEY_PEPPER",
                    Documents.ZEROS,
                    "MARKETPLACE_MASTER_KEY",
                    Documents.ZEROS,
                    "MARKETPLACE_GATEWAY_STATE",
                    state.toString(),
                    "MARKETPLACE_TRUSTED_PROXIES",
                    "10.0.0.0/8")),
            store,
            Clock.systemUTC());
  }

  @BeforeEach
  void start() throws InterruptedException {
    gateway.start();
    for (int i = 0; i < 500 && !gateway.ready(); i++) {
      Thread.sleep(5);
    }
  }

  @AfterEach
  void stop() {
    gateway.close();
    upstream.close();
  }

  /** A request from {@code peer} with those {@code X-Forwarded-For} lines. */
  private record From(String secret, String peer, List<String> forwarded, String sensitivity)
      implements CallHeaders {

    @Override
    public @Nullable String first(String name) {
      return switch (name) {
        case "Authorization" -> "Bearer " + secret;
        case "Marketplace-Sensitivity" -> sensitivity;
        default -> null;
      };
    }

    @Override
    public List<String> all(String name) {
      return name.equals("X-Forwarded-For") ? forwarded : List.of();
    }
  }

  private GatewayCall call(String alias, String sensitivity, String peer, String... forwarded)
      throws Exception {
    byte[] body =
        "{\"model\":\"%s\",\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}"
            .formatted(alias)
            .getBytes(StandardCharsets.UTF_8);
    From from = new From(documents.secret.reveal(), peer, List.of(forwarded), sensitivity);
    return gateway
        .reader()
        .read(CallId.create(), Operation.CHAT, from, new ByteArrayInputStream(body), body.length);
  }

  private GatewayProblem refused(GatewayCall call) {
    return Objects.requireNonNull(
        catchThrowableOfType(
            GatewayProblem.class,
            () -> {
              Answer unused = gateway.line().proceed(call);
            }));
  }

  @Test
  void fromItsNetworksAKeyOpensItsAliases() throws Exception {
    for (GatewayCall call :
        List.of(
            call("chat", "internal", "192.0.2.77"),
            call("chat", "confidential", "2001:db8:0:0:0:0:0:1"),
            call("chat", "internal", "10.0.0.1", "6.6.6.6, 192.0.2.1"))) {
      assertThat(gateway.line().proceed(call).status()).isEqualTo(200);
    }
  }

  @Test
  void fromElsewhereItIsRefusedWithoutSayingWhereItWouldWork() throws Exception {
    List<GatewayCall> calls = new ArrayList<>();
    calls.add(call("chat", "internal", "198.51.100.1"));
    calls.add(call("chat", "internal", ""));
    // a header that anybody can write, from a peer nobody trusts
    calls.add(call("chat", "internal", "198.51.100.1", "192.0.2.1"));
    // the trusted proxy's own word comes last
    calls.add(call("chat", "internal", "10.0.0.1", "192.0.2.1, 198.51.100.1"));
    calls.add(call("chat", "internal", "10.0.0.1", "unknown"));
    calls.add(call("chat", "internal", "10.0.0.1"));
    for (GatewayCall call : calls) {
      GatewayProblem problem = refused(call);
      assertThat(problem.code()).isEqualTo(ProblemCode.POLICY_DENIED);
      assertThat(problem.text()).doesNotContain("192.0.2").doesNotContain("2001");
    }
    assertThat(upstream.bodies).isEmpty();
  }

  @Test
  void theRefusalStandsInTheTrace() throws Exception {
    GatewayCall call = call("chat", "internal", "198.51.100.1");
    assertThat(refused(call).code()).isEqualTo(ProblemCode.POLICY_DENIED);
    for (int i = 0; i < 400 && trace(call) == null; i++) {
      Thread.sleep(5);
    }
    assertThat(Objects.requireNonNull(trace(call)).json())
        .contains("policy_denied")
        .doesNotContain("192.0.2");
  }

  private @Nullable DecidedCall trace(GatewayCall call) {
    return store.traces.stream()
        .filter(row -> row.call().equals(call.id()))
        .findFirst()
        .orElse(null);
  }

  @Test
  void otherAliasesOfTheSameTierAreClosed() throws Exception {
    assertThat(refused(call("utility", "internal", "192.0.2.1")).code())
        .isEqualTo(ProblemCode.TIER_NOT_GRANTED);
  }

  @Test
  void callsThatDeclareMoreSensitiveDataAreRefused() throws Exception {
    GatewayProblem problem = refused(call("chat", "restricted", "192.0.2.1"));
    assertThat(problem.code()).isEqualTo(ProblemCode.POLICY_DENIED);
    assertThat(problem.text()).contains("restricted");
  }
}
