package io.marketplace.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.marketplace.gateway.door.BodyRoom;
import io.marketplace.gateway.line.Answer;
import io.marketplace.gateway.line.CallHeaders;
import io.marketplace.gateway.line.GatewayCall;
import io.marketplace.gateway.line.Operation;
import io.marketplace.gateway.problem.GatewayProblem;
import io.marketplace.gateway.snapshot.Documents;
import io.marketplace.model.metering.CallId;
import io.marketplace.model.metering.UsageRow;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;

/**
 * The whole line in one process: a gateway, a provider on loopback and a database in memory. A test
 * writes its configuration into {@link #documents}, starts it, makes calls and asks what became of
 * them.
 */
final class LineFixture implements AutoCloseable {
  final LoopbackUpstream upstream = new LoopbackUpstream();
  final Documents documents = new Documents();
  final FakeStore store = new FakeStore(documents);
  private final Path state;
  private @Nullable Gateway gateway;

  LineFixture(Path state) throws IOException {
    this.state = state;
  }

  /** Waits for what comes soon, 10 s at most if nothing else is said, and looks every 5 ms. */
  static ConditionFactory await(String what) {
    return Awaitility.await(what)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(5))
        .atMost(Duration.ofSeconds(10));
  }

  /** What every gateway of a test needs, and {@code more}, which wins. */
  static GatewayConfig config(Path state, Map<String, String> more) {
    Map<String, String> env = new HashMap<>();
    env.put("MARKETPLACE_ALLOW_LOOPBACK_UPSTREAMS", "true");
    env.put("MARKETPLACE_KEY_PEPPER", Documents.ZEROS);
    env.put("MARKETPLACE_MASTER_KEY", Documents.ZEROS);
    env.put("MARKETPLACE_GATEWAY_STATE", state.toString());
    env.putAll(more);
    return GatewayConfig.of(env);
  }

  /** Starts the gateway, or starts another in its place, and returns when it is ready. */
  void start(Map<String, String> settings) {
    stop();
    Gateway started = new Gateway(config(state, settings), store, Clock.systemUTC());
    gateway = started;
    started.start();
    await("a ready gateway").atMost(Duration.ofSeconds(30)).until(started::ready);
  }

  void start() {
    start(Map.of());
  }

  /** Ends the gateway in good order; the provider stays. */
  void stop() {
    Gateway running = gateway;
    if (running != null) {
      running.close();
      gateway = null;
    }
  }

  @Override
  public void close() {
    stop();
    upstream.close();
  }

  private Gateway gateway() {
    return Objects.requireNonNull(gateway, "not started");
  }

  /** Puts what the documents say by now in force; returns how long that took. */
  Duration inForce() {
    long start = System.nanoTime();
    documents.version(documents.version() + 1);
    await("the change")
        .until(() -> chat("utility", "hi", "").snapshot().version() == documents.version());
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /**
   * A chat of one message.
   *
   * @param members further members of the body, each with a comma before it
   * @param headers names and values in turn, beside the key
   */
  GatewayCall chat(String alias, String content, String members, String... headers) {
    Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    all.put("Authorization", "Bearer " + documents.secret.reveal());
    for (int i = 0; i < headers.length; i += 2) {
      all.put(headers[i], headers[i + 1]);
    }
    return chat(alias, content, members, all::get);
  }

  /** The same with other headers altogether. */
  GatewayCall chat(String alias, String content, String members, CallHeaders headers) {
    return chat(
        "{\"model\":\"%s\",\"messages\":[{\"role\":\"user\",\"content\":\"%s\"}]%s}"
            .formatted(alias, content, members),
        headers);
  }

  /** A chat with this very body. */
  GatewayCall chat(String json) {
    String key = "Bearer " + documents.secret.reveal();
    return chat(json, name -> name.equalsIgnoreCase("Authorization") ? key : null);
  }

  private GatewayCall chat(String json, CallHeaders headers) {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    try {
      return gateway()
          .reader()
          .read(
              CallId.create(),
              Operation.CHAT,
              headers,
              new ByteArrayInputStream(body),
              body.length,
              BodyRoom.ofHeap().part());
    } catch (IOException e) {
      throw new AssertionError("a body in memory can be read", e);
    }
  }

  Answer answer(GatewayCall call) {
    return gateway().line().proceed(call);
  }

  /** The bytes of a streamed answer. */
  InputStream stream(GatewayCall call) {
    return Objects.requireNonNull(answer(call).stream(), "no stream");
  }

  /** Why a call is refused; fails if it is answered. */
  GatewayProblem refused(GatewayCall call) {
    return Objects.requireNonNull(
        catchThrowableOfType(
            GatewayProblem.class,
            () -> {
              Answer unused = answer(call);
            }),
        "answered");
  }

  /** The one row of a call in the ledger, once it is there. */
  UsageRow row(GatewayCall call) {
    List<UsageRow> rows = await("a usage row").until(() -> rows(call), found -> !found.isEmpty());
    assertThat(rows).hasSize(1);
    return rows.getFirst();
  }

  private List<UsageRow> rows(GatewayCall call) {
    return store.usage.stream().filter(row -> row.call().equals(call.id())).toList();
  }

  /** The trace of a call in JSON, once it is there: traces are written about once a second. */
  String trace(GatewayCall call) {
    return await("a trace")
        .until(
            () -> store.traces.stream().filter(row -> row.call().equals(call.id())).toList(),
            found -> !found.isEmpty())
        .getFirst()
        .json();
  }
}
