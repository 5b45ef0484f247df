package io.marketplace.builtin.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.marketplace.builtin.http.RequestException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class InferencePoolTest {

  private final InferencePool pool = new InferencePool(2);

  @AfterEach
  void close() {
    pool.close();
  }

  @Test
  void keepsTheOrder() {
    List<Integer> inputs = IntStream.range(0, 500).boxed().toList();
    assertThat(pool.map(inputs, number -> -number))
        .isEqualTo(inputs.stream().map(number -> -number).toList());
  }

  @Test
  void aLongRequestLetsAShortOneIn() throws Exception {
    AtomicInteger done = new AtomicInteger();
    CountDownLatch started = new CountDownLatch(1);
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var slow =
          callers.submit(
              () ->
                  pool.map(
                      Collections.nCopies(100, 5),
                      millis -> {
                        started.countDown();
                        pause(millis);
                        return done.incrementAndGet();
                      }));
      started.await();
      pool.map(List.of("short"), String::length);
      assertThat(done.get()).isLessThan(20);
      slow.get();
    }
  }

  @Test
  void refusesWhenTooManyWait() throws Exception {
    CountDownLatch inside = new CountDownLatch(256);
    CountDownLatch release = new CountDownLatch(1);
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int caller = 0; caller < 256; caller++) {
        callers.execute(
            () -> {
              inside.countDown();
              pool.map(List.of(release), InferencePoolTest::await);
            });
      }
      inside.await();
      // The last callers may still be on their way in: ask until the pool is full.
      assertThatExceptionOfType(RequestException.class)
          .isThrownBy(
              () -> {
                while (true) {
                  pool.map(List.<CountDownLatch>of(), InferencePoolTest::await);
                  pause(5);
                }
              })
          .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(503))
          .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("pool_saturated"));
      release.countDown();
    }
    assertThat(pool.map(List.of("free again"), String::length)).containsExactly(10);
  }

  @Test
  void aFailureOfTheModelIsNotTheCallers() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                pool.map(
                    List.of(1, 2, 3),
                    number -> {
                      throw new ArithmeticException("broken");
                    }));
    assertThat(pool.map(List.of("still there"), String::length)).containsExactly(11);
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private static void pause(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
