package io.marketplace.gateway.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.quota.LeaseAnswer.Granted;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SliceTest {

  private static Slice slice(long amount, Duration valid) {
    UUID lease = UUID.randomUUID();
    Slice slice = new Slice(lease, Instant.EPOCH);
    slice.grow(
        new Granted(
            lease, new NanoUsd(amount), Instant.EPOCH, valid, new NanoUsd(80), new NanoUsd(30)),
        0);
    return slice;
  }

  @Test
  void noMoreThanItHoldsIsReservedHoweverManyTry() throws Exception {
    Slice slice = slice(1_000, Duration.ofHours(1));
    AtomicLong taken = new AtomicLong();
    Thread[] threads = new Thread[8];
    for (int i = 0; i < threads.length; i++) {
      threads[i] =
          Thread.ofPlatform()
              .start(
                  () -> {
                    for (int turn = 0; turn < 10_000; turn++) {
                      if (slice.reserve(7, 1)) {
                        taken.addAndGet(7);
                      }
                    }
                  });
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(taken.get()).isEqualTo(994);
    assertThat(slice.available()).isEqualTo(6);
    assertThat(slice.unused()).isFalse();
  }

  @Test
  void nothingIsReservedOnceTheWindowHasPassed() {
    Slice slice = slice(1_000, Duration.ofNanos(100));
    assertThat(slice.reserve(1, 99)).isTrue();
    assertThat(slice.reserve(1, 100)).isFalse();
    slice.settle(1, 0);
    assertThat(Objects.requireNonNull(slice.toReturn()).amount()).isEqualTo(1_000);
  }

  @Test
  void theSoftLineCountsWhatOthersHaveSpent() {
    Slice slice = slice(1_000, Duration.ofHours(1));
    assertThat(slice.reserve(60, 1)).isTrue();
    slice.settle(11, 49);
    assertThat(slice.soft()).isFalse();
    assertThat(slice.reserve(1, 1)).isTrue();
    slice.settle(0, 1);
    assertThat(slice.soft()).isTrue();
  }
}
