package io.marketplace.gateway.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.marketplace.gateway.pause.Pause;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import io.marketplace.model.snapshot.ConfigurationSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotKeeperTest {

  /** A database that can go away; every change is noticed by the heartbeat alone. */
  private static final class Source implements ConfigurationSource {
    volatile boolean away;
    volatile long version = 1;

    @Override
    public long version() {
      if (away) {
        throw new MarketplaceException(ProblemCode.UNAVAILABLE, "away");
      }
      return version;
    }

    @Override
    public String read() {
      return new Documents().version(version()).json();
    }

    @Override
    public ChangeNotices listen() {
      long unused = version();
      return new ChangeNotices() {
        @Override
        public boolean await(Duration timeout) {
          Pause.millis(5);
          return false;
        }

        @Override
        public void close() {
          // nothing is open
        }
      };
    }
  }

  @TempDir private Path folder;
  private final Source source = new Source();

  private SnapshotKeeper keeper() {
    return keeper(Clock.systemUTC());
  }

  private SnapshotKeeper keeper(Clock clock) {
    SnapshotKeeper keeper = new SnapshotKeeper(source, Documents.parser(), folder, clock);
    keeper.start();
    return keeper;
  }

  @Test
  void aChangeIsTakenOver() {
    try (SnapshotKeeper keeper = keeper()) {
      await().until(() -> keeper.current() != null);
      source.version = 2;
      await().until(() -> Objects.requireNonNull(keeper.current()).version() == 2);
      assertThat(keeper.connected()).isTrue();
    }
  }

  @Test
  void anOutageKeepsTheLastAndItsEndIsNoticed() {
    try (SnapshotKeeper keeper = keeper()) {
      await().until(() -> keeper.current() != null);
      source.away = true;
      await().until(() -> !keeper.connected());
      assertThat(keeper.current()).isNotNull();
      source.version = 7;
      source.away = false;
      await().until(() -> Objects.requireNonNull(keeper.current()).version() == 7);
    }
  }

  @Test
  void aGatewayStartsFromDiskWithTheAgeOfTheLastConfirmation() throws Exception {
    Path file = folder.resolve("snapshot.json");
    try (SnapshotKeeper keeper = keeper()) {
      // in force first, on disk a moment later
      await().until(() -> keeper.current() != null && Files.exists(file));
    }
    assertThat(Files.getPosixFilePermissions(file))
        .containsOnly(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(100)));
    source.away = true;
    try (SnapshotKeeper keeper = keeper()) {
      assertThat(Objects.requireNonNull(keeper.current()).version()).isEqualTo(1);
      assertThat(keeper.age()).isBetween(Duration.ofSeconds(99), Duration.ofSeconds(110));
    }
  }

  @Test
  void aClockThatIsSetBackMakesNothingYounger() {
    AtomicReference<Duration> back = new AtomicReference<>(Duration.ZERO);
    InstantSource watch = () -> Instant.now().minus(back.get());
    try (SnapshotKeeper keeper = keeper(watch.withZone(ZoneOffset.UTC))) {
      await().until(keeper::connected);
      source.away = true;
      await().until(() -> !keeper.connected());
      back.set(Duration.ofHours(1));
      Pause.millis(50);
      assertThat(keeper.age()).isGreaterThanOrEqualTo(Duration.ofMillis(50));
    }
  }

  @Test
  void aDamagedFileIsNoSnapshot() throws Exception {
    Files.writeString(folder.resolve("snapshot.json"), "{\"version\":");
    source.away = true;
    try (SnapshotKeeper keeper = keeper()) {
      assertThat(keeper.current()).isNull();
    }
  }
}
