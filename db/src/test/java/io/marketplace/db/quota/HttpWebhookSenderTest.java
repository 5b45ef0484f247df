package io.marketplace.db.quota;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.marketplace.db.Enterprise;
import io.marketplace.db.TestClock;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.quota.BudgetId;
import io.marketplace.model.quota.BudgetKind;
import io.marketplace.model.quota.BudgetScope;
import io.marketplace.model.quota.BudgetSignal;
import io.marketplace.model.quota.DeliverSignals;
import io.marketplace.model.quota.SetWebhook;
import io.marketplace.model.quota.WebhookSender;
import io.marketplace.model.quota.WebhookSender.Sent;
import io.marketplace.model.routing.HostLookup;
import io.marketplace.model.routing.UpstreamRules;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands on the wire, against a receiver on loopback. */
@Timeout(60)
class HttpWebhookSenderTest {

  private static final Instant NOW = Instant.parse("2026-11-22T05:00:00Z");
  private static final Duration PATIENCE = Duration.ofMillis(500);

  /** What came: the path, the type of the content, the signature and the body. */
  private record Got(String path, @Nullable String type, @Nullable String signature, String body) {}

  private interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  private final List<Got> got = Collections.synchronizedList(new ArrayList<>());
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CompletableFuture<Boolean> over = new CompletableFuture<>();
  private final HttpServer server;
  private volatile Answer answer = exchange -> exchange.sendResponseHeaders(204, -1);

  HttpWebhookSenderTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @BeforeEach
  void listen() {
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          got.add(
              new Got(
                  exchange.getRequestURI().toString(),
                  exchange.getRequestHeaders().getFirst("Content-Type"),
                  exchange.getRequestHeaders().getFirst("Marketplace-Signature"),
                  new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
          answer.to(exchange);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    over.complete(true);
    server.stop(0);
    threads.shutdownNow();
  }

  private String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  private static WebhookSender sender(boolean loopback) {
    return new HttpWebhookSender(
        new UpstreamRules(loopback, List.of(), HostLookup.SYSTEM), new TestClock(NOW), PATIENCE);
  }

  private static BudgetSignal signal() {
    return new BudgetSignal(
        UUID.randomUUID(),
        TenantId.create(),
        BudgetId.create(),
        Optional.of(new BudgetScope(BudgetKind.AGENT, "*")),
        "Zürich \"bot\"",
        "soft",
        new NanoUsd(8_500_000_000L),
        new NanoUsd(10_000_000_000L),
        NOW);
  }

  private static String hmac(String secret, String text) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
    return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
  }

  /** By the secret of all these tests, as the reference says. */
  private static void assertSigned(Got one) throws Exception {
    long seconds = NOW.getEpochSecond();
    assertThat(one.signature())
        .isEqualTo("t=%d,v1=%s".formatted(seconds, hmac("whsec_x", seconds + "." + one.body())));
  }

  @Test
  void theBodyIsSignedAsTheReferenceSays() throws Exception {
    BudgetSignal signal = signal();
    assertThat(sender(true).send(url("/hook"), "whsec_x", signal))
        .isEqualTo(new Sent(true, "status 204"));
    Got one = got.getFirst();
    assertThat(one.path()).isEqualTo("/hook");
    assertThat(one.type()).isEqualTo("application/json");
    assertSigned(one);
    JsonNode body = new ObjectMapper().readTree(one.body());
    assertThat(body.path("id").asText()).isEqualTo(signal.id().toString());
    assertThat(body.path("type").asText()).isEqualTo("budget.soft");
    assertThat(body.path("label").asText()).isEqualTo("Zürich \"bot\"");
    assertThat(body.path("spentUsd").asText()).isEqualTo("8.5");
    assertThat(body.path("capUsd").asText()).isEqualTo("10");
    assertThat(body.path("scope").path("type").asText()).isEqualTo("agent");
  }

  @Test
  void aTestIsSignedToo() throws Exception {
    TenantId tenant = TenantId.create();
    assertThat(sender(true).test(url("/hook/?sig=a%2Fb"), "whsec_x", tenant, NOW))
        .isEqualTo(new Sent(true, "status 204"));
    Got one = got.getFirst();
    assertThat(one.path()).isEqualTo("/hook/?sig=a%2Fb");
    assertSigned(one);
    JsonNode body = new ObjectMapper().readTree(one.body());
    assertThat(body.path("type").asText()).isEqualTo("webhook.test");
    assertThat(body.path("tenantId").asText()).isEqualTo(tenant.toString());
    assertThat(body.path("id").asText()).hasSize(36);
    assertThat(sender(false).test(url("/hook"), "whsec_x", tenant, NOW))
        .isEqualTo(new Sent(false, "the address may not be called"));
    assertThat(got).hasSize(1);
  }

  @Test
  void aReceiverThatDoesNotAnswerIsNotWaitedForLong() {
    answer = exchange -> over.join();
    long start = System.nanoTime();
    assertThat(sender(true).send(url("/"), "s", signal())).isEqualTo(new Sent(false, "no answer"));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void anAnswerWithoutEndIsLeftAtItsStatus() {
    answer =
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream out = exchange.getResponseBody()) {
            byte[] part = new byte[8_192];
            while (!Thread.currentThread().isInterrupted()) {
              out.write(part);
              out.flush();
            }
          }
        };
    assertThat(sender(true).send(url("/"), "s", signal())).isEqualTo(new Sent(true, "status 200"));
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 307, 308})
  void aRedirectIsNoArrivalAndIsNotFollowed(int status) {
    answer =
        exchange -> {
          exchange.getResponseHeaders().add("Location", url("/elsewhere"));
          exchange.sendResponseHeaders(status, -1);
        };
    assertThat(sender(true).send(url("/hook"), "s", signal()))
        .isEqualTo(new Sent(false, "status " + status));
    assertThat(got).extracting(Got::path).containsExactly("/hook");
  }

  @Test
  void theOwnMachineIsNotCalledUnlessTheInstallationAllowsIt() {
    assertThat(sender(false).send(url("/hook"), "s", signal()))
        .isEqualTo(new Sent(false, "the address may not be called"));
    assertThat(sender(false).send(url("/hook").replace("127.0.0.1", "localhost"), "s", signal()))
        .isEqualTo(new Sent(false, "the address may not be called"));
    assertThat(got).isEmpty();
  }

  @Test
  void nobodyThereIsNoArrival() {
    server.stop(0);
    assertThat(sender(true).send(url("/"), "s", signal())).isEqualTo(new Sent(false, "no answer"));
  }

  @Test
  void whatFailsOnceIsSentAgainAndArrives() throws SQLException {
    try (Enterprise house = new Enterprise()) {
      house.marketplace.with(WebhookSender.class, sender(true));
      SetWebhook.SetUp done =
          house.get(SetWebhook.class).set(house.approver, Optional.empty(), url("/hook"), false);
      assertThat(done.secret()).isPresent();
      house.database.execute(
          """
          insert into budget_signal (tenant_id, budget_id, label, window_start, kind, spent_nano, cap_nano)
          values ('%s', gen_random_uuid(), '', now(), 'exhausted', 8, 10)
          """
              .formatted(house.retail));
      answer = exchange -> exchange.sendResponseHeaders(500, -1);
      DeliverSignals deliver = house.get(DeliverSignals.class);
      assertThat(deliver.deliver()).isZero();
      answer = exchange -> exchange.sendResponseHeaders(200, -1);
      house.clock.move(Duration.ofSeconds(11));
      assertThat(deliver.deliver()).isEqualTo(1);
      assertThat(got).hasSize(2);
      assertThat(got.get(0).body()).isEqualTo(got.get(1).body());
    }
  }
}
