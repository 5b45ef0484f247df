package io.marketplace.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.gateway.line.CallHeaders;
import io.marketplace.gateway.line.GatewayCall;
import io.marketplace.gateway.problem.GatewayProblem;
import io.marketplace.gateway.snapshot.Documents;
import io.marketplace.model.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a key's own scope refuses, in the whole line. */
class KeyBoundsLineTest {

  private final LineFixture line;

  KeyBoundsLineTest(@TempDir Path state) throws IOException {
    line = new LineFixture(state);
    line.documents
        .pool(1, Documents.PROVIDER_EU, line.upstream.url())
        .rule("confidential", "EU")
        .rule("restricted", "EU")
        .route("utility", "", 1)
        .route("chat", "", 1)
        .keyExtras(
            """
            "aliases":["chat"],"highestSensitivity":"confidential",
            "sourceNetworks":["192.0.2.0/24","2001:db8::/32"]""");
  }

  @BeforeEach
  void start() {
    line.start(Map.of("MARKETPLACE_TRUSTED_PROXIES", "10.0.0.0/8"));
  }

  @AfterEach
  void stop() {
    line.close();
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
      return name.equals("X-Forwarded-For") ? forwarded : CallHeaders.super.all(name);
    }
  }

  private GatewayCall call(String alias, String sensitivity, String peer, String... forwarded) {
    String secret = line.documents.secret.reveal();
    return line.chat(alias, "hi", "", new From(secret, peer, List.of(forwarded), sensitivity));
  }

  @Test
  void fromItsNetworksAKeyOpensItsAliases() throws Exception {
    for (GatewayCall call :
        List.of(
            call("chat", "internal", "192.0.2.77"),
            call("chat", "confidential", "2001:db8:0:0:0:0:0:1"),
            call("chat", "internal", "10.0.0.1", "6.6.6.6, 192.0.2.1"))) {
      assertThat(line.answer(call).status()).isEqualTo(200);
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
      GatewayProblem problem = line.refused(call);
      assertThat(problem.code()).isEqualTo(ProblemCode.POLICY_DENIED);
      assertThat(problem.text()).doesNotContain("192.0.2").doesNotContain("2001");
    }
    assertThat(line.upstream.bodies).isEmpty();
  }

  @Test
  void theRefusalStandsInTheTrace() throws Exception {
    GatewayCall call = call("chat", "internal", "198.51.100.1");
    assertThat(line.refused(call).code()).isEqualTo(ProblemCode.POLICY_DENIED);
    assertThat(line.trace(call)).contains("policy_denied").doesNotContain("192.0.2");
  }

  @Test
  void otherAliasesOfTheSameTierAreClosed() throws Exception {
    assertThat(line.refused(call("utility", "internal", "192.0.2.1")).code())
        .isEqualTo(ProblemCode.TIER_NOT_GRANTED);
  }

  @Test
  void callsThatDeclareMoreSensitiveDataAreRefused() throws Exception {
    GatewayProblem problem = line.refused(call("chat", "restricted", "192.0.2.1"));
    assertThat(problem.code()).isEqualTo(ProblemCode.POLICY_DENIED);
    assertThat(problem.text()).contains("restricted");
  }
}
