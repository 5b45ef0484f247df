package io.marketplace.gateway.quota;

import static io.marketplace.gateway.quota.Rules.replica;
import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.gateway.snapshot.Pool;
import io.marketplace.gateway.snapshot.Provider;
import io.marketplace.model.policy.ProviderTraits;
import io.marketplace.model.quota.CallPriority;
import io.marketplace.model.routing.PoolId;
import io.marketplace.model.routing.ProviderId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PoolRoomTest {
  private final PoolRoom room = new PoolRoom(replica(0, 1));

  private static Pool pool(@Nullable Integer capacity) {
    return new Pool(
        PoolId.create(),
        "pool",
        new Provider(
            ProviderId.create(),
            new ProviderTraits("euro", "EU", Set.of(), Set.of(), Set.of()),
            null),
        "mock",
        "openai",
        List.of(),
        capacity);
  }

  private int enter(Pool pool, CallPriority priority, int tries) {
    int in = 0;
    for (int i = 0; i < tries; i++) {
      in += room.enter(pool, priority) ? 1 : 0;
    }
    return in;
  }

  @Test
  void lessUrgentWorkLeavesRoomForMoreUrgent() {
    Pool pool = pool(10);
    assertThat(enter(pool, CallPriority.BACKGROUND, 20)).isEqualTo(5);
    assertThat(enter(pool, CallPriority.BATCH, 20)).isEqualTo(3);
    assertThat(enter(pool, CallPriority.INTERACTIVE, 20)).isEqualTo(20);
    room.leave(pool);
    assertThat(enter(pool, CallPriority.BATCH, 1)).isZero();
  }

  @Test
  void anIdlePoolTakesOneCallOfAnyClass() {
    Pool pool = pool(1);
    assertThat(enter(pool, CallPriority.BACKGROUND, 5)).isEqualTo(1);
    room.leave(pool);
    assertThat(enter(pool, CallPriority.BATCH, 5)).isEqualTo(1);
    assertThat(enter(pool, CallPriority.INTERACTIVE, 1)).isEqualTo(1);
  }

  @Test
  void aPoolOfUnknownCapacityTurnsNobodyAway() {
    assertThat(enter(pool(null), CallPriority.BACKGROUND, 500)).isEqualTo(500);
  }

  @Test
  void eachGatewayFillsItsPart() {
    PoolRoom half = new PoolRoom(replica(0, 2));
    Pool pool = pool(10);
    int in = 0;
    for (int i = 0; i < 20; i++) {
      in += half.enter(pool, CallPriority.BATCH) ? 1 : 0;
    }
    assertThat(in).isEqualTo(4);
  }

  @Test
  void aCrowdNeverFillsMoreThanItsShare() {
    Pool pool = pool(100);
    AtomicInteger in = new AtomicInteger();
    try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 1_000; i++) {
        crowd.execute(() -> in.addAndGet(enter(pool, CallPriority.BATCH, 1)));
      }
    }
    assertThat(in).hasValue(80);
  }
}
