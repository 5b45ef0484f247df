package io.marketplace.gateway.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.gateway.snapshot.LiveReplicas.Seat;
import io.marketplace.model.snapshot.ConfigurationSource;
import io.marketplace.model.snapshot.PoolSighting;
import io.marketplace.model.snapshot.SightingWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Gateways that were all given one name are counted one by one, also when one starts again. */
class ReplicaPulseTest {
  private final Set<String> seen = new ConcurrentSkipListSet<>();
  private final SightingWriter sightings =
      new SightingWriter() {
        @Override
        public List<String> replicaSeen(
            String replica, String url, Instant startedAt, long version) {
          seen.add(replica);
          return List.copyOf(seen);
        }

        @Override
        public void poolsSeen(String replica, List<PoolSighting> sightings) {
          throw new AssertionError("a pulse sees no pools");
        }
      };
  @TempDir private Path folder;

  /** A gateway's place after it has started beside {@code others}. */
  private Seat seat(UUID journal, int others) {
    ReplicaName name = new ReplicaName("gateway-1", journal);
    LiveReplicas replicas = new LiveReplicas(name.whole());
    SnapshotKeeper keeper =
        new SnapshotKeeper(new NoSource(), Documents.parser(), folder, Clock.systemUTC());
    try (ReplicaPulse pulse =
        new ReplicaPulse(keeper, sightings, name, "http://g", replicas, Clock.systemUTC())) {
      pulse.start();
      Awaitility.await().until(() -> seen.contains(name.whole()) && replicas.seat().of() > others);
    }
    return replicas.seat();
  }

  @Test
  void oneNameIsNoWayRoundAShare() {
    UUID one = new UUID(0, 1);
    UUID other = new UUID(0, 2);

    assertThat(seat(one, 0)).isEqualTo(Seat.ALONE);
    assertThat(seat(other, 1)).isEqualTo(new Seat(1, 2));
    assertThat(seat(one, 1)).isEqualTo(new Seat(0, 2));
    assertThat(seen).hasSize(2);
  }

  @Test
  void onlyTheSameGivenNameIsShared() {
    ReplicaName name = new ReplicaName("gateway-1", new UUID(0, 1));

    assertThat(name.isSharedWith(new ReplicaName("gateway-1", new UUID(0, 2)).whole())).isTrue();
    assertThat(name.isSharedWith(name.whole())).isFalse();
    assertThat(name.isSharedWith(new ReplicaName("gateway-10", new UUID(0, 1)).whole())).isFalse();
    // a gateway of the version before has no journal in its name
    assertThat(name.isSharedWith("gateway-1")).isFalse();
  }

  /** Nobody asks for a configuration here. */
  private static final class NoSource implements ConfigurationSource {
    @Override
    public long version() {
      throw new AssertionError("not followed");
    }

    @Override
    public String read() {
      throw new AssertionError("not followed");
    }

    @Override
    public ChangeNotices listen() {
      throw new AssertionError("not followed");
    }
  }
}
