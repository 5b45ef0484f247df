package io.marketplace.gateway;

import io.marketplace.gateway.door.BodyRoom;
import io.marketplace.gateway.line.Answer;
import io.marketplace.gateway.line.GatewayCall;
import io.marketplace.gateway.line.Operation;
import io.marketplace.gateway.pause.Pause;
import io.marketplace.gateway.problem.GatewayProblem;
import io.marketplace.gateway.snapshot.Documents;
import io.marketplace.model.keys.KeySecret;
import io.marketplace.model.metering.CallId;
import io.marketplace.model.metering.TraceReader;
import io.marketplace.model.metering.UsageWriter;
import io.marketplace.model.quota.BudgetLeases;
import io.marketplace.model.quota.LimitSightingWriter;
import io.marketplace.model.snapshot.ConfigurationSource;
import io.marketplace.model.snapshot.GatewayStore;
import io.marketplace.model.snapshot.SightingWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.ThreadLocalRandom;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A gateway as a process of its own, with its clients: the whole line on the database of {@code
 * args[0]}, with the state folder {@code args[1]} and {@code args[2]} clients that call without
 * end. What was answered is written to {@code answered} in the state folder, one identifier a line,
 * after the answer.
 */
final class ReplicaProcess {
  static final String BUDGET = "01930000-0000-7000-8000-0000000000b1";

  private ReplicaProcess() {}

  public static void main(String[] args) throws Exception {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(args[0]);
    source.setUser("marketplace_gateway");
    source.setPassword("scratch");
    Path state = Path.of(args[1]);
    LoopbackUpstream upstream = new LoopbackUpstream();
    Documents documents =
        new Documents()
            .pool(1, Documents.PROVIDER_EU, upstream.url())
            .route("utility", "", 1)
            .budget(BUDGET, "tenant", Documents.TENANT);
    GatewayStore real =
        ServiceLoader.load(GatewayStore.Opener.class).findFirst().orElseThrow().open(source);
    Gateway gateway =
        new Gateway(LineFixture.config(state, Map.of()), store(documents, real), Clock.systemUTC());
    gateway.start();
    LineFixture.await("a ready gateway").atMost(Duration.ofSeconds(60)).until(gateway::ready);
    int clients = Integer.parseInt(args[2]);
    FileChannel answered =
        FileChannel.open(
            state.resolve("answered"), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    for (int i = 0; i < clients; i++) {
      Thread.ofVirtual().start(() -> callOn(gateway, documents.secret, answered));
    }
    // Its end of the pipe: the parent's word to stop in good order.
    while (System.in.read() >= 0) {
      // nothing is said before the end
    }
    gateway.close();
    upstream.close();
    System.exit(0);
  }

  private static void callOn(Gateway gateway, KeySecret secret, FileChannel answered) {
    while (true) {
      CallId id = CallId.create();
      try {
        // From a few tokens to many: reservations of different sizes meet at the cap.
        int most = ThreadLocalRandom.current().nextInt(3, 200);
        byte[] body =
            "{\"model\":\"utility\",\"max_tokens\":%d,\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}"
                .formatted(most)
                .getBytes(StandardCharsets.UTF_8);
        GatewayCall call =
            gateway
                .reader()
                .read(
                    id,
                    Operation.CHAT,
                    name ->
                        name.equalsIgnoreCase("Authorization") ? "Bearer " + secret.reveal() : null,
                    new ByteArrayInputStream(body),
                    body.length,
                    BodyRoom.ofHeap().part());
        Answer answer = gateway.line().proceed(call);
        if (answer.status() == 200) {
          answered.write(ByteBuffer.wrap((id + "\n").getBytes(StandardCharsets.US_ASCII)));
        }
        Thread.sleep(ThreadLocalRandom.current().nextInt(20));
      } catch (GatewayProblem refused) {
        Pause.millis(50);
      } catch (IOException | InterruptedException e) {
        return;
      }
    }
  }

  /** The configuration from memory, everything else on the database. */
  private static GatewayStore store(Documents documents, GatewayStore real) {
    ConfigurationSource configuration = new FakeStore(documents).configuration();
    return new GatewayStore() {
      @Override
      public ConfigurationSource configuration() {
        return configuration;
      }

      @Override
      public UsageWriter usage() {
        return real.usage();
      }

      @Override
      public TraceReader traces() {
        return real.traces();
      }

      @Override
      public BudgetLeases leases() {
        return real.leases();
      }

      @Override
      public SightingWriter sightings() {
        return real.sightings();
      }

      @Override
      public LimitSightingWriter limits() {
        return real.limits();
      }
    };
  }
}
