package io.marketplace.gateway.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.marketplace.gateway.body.BodyParser;
import io.marketplace.gateway.line.Answer;
import io.marketplace.gateway.line.CallTrace;
import io.marketplace.gateway.line.GatewayCall;
import io.marketplace.gateway.line.Operation;
import io.marketplace.gateway.provider.PoolHealth.State;
import io.marketplace.gateway.snapshot.Documents;
import io.marketplace.gateway.snapshot.KeyEntry;
import io.marketplace.gateway.snapshot.Route;
import io.marketplace.gateway.snapshot.Snapshot;
import io.marketplace.model.metering.CallId;
import io.marketplace.model.routing.HostLookup;
import io.marketplace.model.routing.UpstreamRules;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A caller's own deadline must not make a pool look ill to everybody else. */
class DeadlineTest {

  /** Takes connections, by its backlog, and never says a word. */
  private final ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

  private final Upstream upstream =
      new Upstream(new UpstreamRules(true, List.of(), HostLookup.SYSTEM));
  private final PoolHealth health = new PoolHealth();
  private final Route route;
  private final Snapshot snapshot;

  DeadlineTest() throws IOException {
    Documents documents =
        new Documents()
            .pool(1, Documents.PROVIDER_EU, "http://127.0.0.1:" + silent.getLocalPort())
            .route("utility", "\"firstByteMs\":300", 1);
    snapshot = Documents.parser().parse(documents.json());
    route = Objects.requireNonNull(snapshot.platformRoutes().get("utility"));
  }

  @AfterEach
  void close() throws IOException {
    upstream.close();
    silent.close();
  }

  private UpstreamFailure failure(long deadlineNanos) {
    KeyEntry key = snapshot.keys().values().iterator().next();
    byte[] body = "{\"model\":\"utility\",\"messages\":[{}]}".getBytes(StandardCharsets.UTF_8);
    GatewayCall.Arrival arrival =
        new GatewayCall.Arrival(
            CallId.create(),
            Instant.now(),
            Operation.CHAT,
            name -> null,
            new BodyParser().parse(body, Operation.CHAT.shape()),
            snapshot,
            deadlineNanos);
    GatewayCall call =
        new GatewayCall(arrival, new CallTrace(System.nanoTime()))
            .withKey(key)
            .withRoute(route)
            .withCandidate(route.groups().getFirst().getFirst())
            .withUpstreamBody(body);
    return Objects.requireNonNull(
        catchThrowableOfType(
            UpstreamFailure.class,
            () -> {
              Answer unused = new CallProvider(upstream, health).apply(call, this::never);
            }));
  }

  private Answer never(GatewayCall call) {
    throw new AssertionError("the line goes on behind the wire: " + call.id());
  }

  private State state() {
    return health.state(route.groups().getFirst().getFirst().pool());
  }

  @Test
  void theCallersPatienceIsNoSignOfIllness() {
    UpstreamFailure failure = failure(System.nanoTime() + Duration.ofMillis(60).toNanos());
    assertThat(failure.kind()).isEqualTo(UpstreamFailure.Kind.TIMEOUT);
    assertThat(state()).isEqualTo(State.UP);
    assertThat(failure(System.nanoTime()).problem().code().status()).isGreaterThanOrEqualTo(500);
    assertThat(state()).isEqualTo(State.UP);
  }

  @Test
  void theRoutesOwnLimitIs() {
    for (int i = 0; i < PoolHealth.AILING_AFTER; i++) {
      assertThat(state()).isEqualTo(State.UP);
      assertThat(failure(Long.MAX_VALUE).kind()).isEqualTo(UpstreamFailure.Kind.TIMEOUT);
    }
    assertThat(state()).isEqualTo(State.AILING);
  }
}
