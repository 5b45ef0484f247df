package io.marketplace.gateway.quota;

import static io.marketplace.gateway.quota.Rules.admit;
import static io.marketplace.gateway.quota.Rules.admitted;
import static io.marketplace.gateway.quota.Rules.changed;
import static io.marketplace.gateway.quota.Rules.replica;
import static io.marketplace.gateway.quota.Rules.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import io.marketplace.gateway.pause.Pause;
import io.marketplace.gateway.snapshot.LimitRule;
import io.marketplace.gateway.snapshot.LiveReplicas;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two gateways that share their limits through a real server. */
class SharedLimitsTest {
  private RedisServer server;
  private RateLimits one;
  private RateLimits two;

  SharedLimitsTest() throws IOException, InterruptedException {
    server = new RedisServer();
    one = limits(replica(0, 2));
    two = limits(replica(1, 2));
  }

  /**
   * With patience for a machine that does other things: a command in vain counts at its gateway.
   */
  private RateLimits limits(LiveReplicas replicas) {
    RedisLink link = new RedisLink(server.url(), Duration.ofSeconds(1));
    return new RateLimits(new RedisCounters(link), replicas, TimeMeter.SYSTEM_NANOTIME);
  }

  @BeforeEach
  void connect() {
    await(() -> one.sharing() && two.sharing());
  }

  @AfterEach
  void stop() {
    one.close();
    two.close();
    server.close();
  }

  private static void await(BooleanSupplier condition) {
    Awaitility.await().atMost(Duration.ofSeconds(15)).until(condition::getAsBoolean);
  }

  /** How many of {@code tries} calls, spread over both gateways, get in and stay. */
  private int crowd(int tries, LimitRule rule) {
    AtomicInteger in = new AtomicInteger();
    try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < tries; i++) {
        RateLimits limits = i % 2 == 0 ? one : two;
        crowd.execute(
            () -> {
              if (admitted(limits, rule, 1)) {
                in.incrementAndGet();
              }
            });
      }
    }
    return in.get();
  }

  @Test
  void togetherTheyNeverAdmitMoreRequestsThanTheLimit() {
    long start = System.nanoTime();
    int in = crowd(1_000, rule(200, 0, 0));
    long earned = Duration.ofNanos(System.nanoTime() - start).toMillis() * 200 / 60_000 + 1;
    assertThat(in).isBetween(200, 200 + (int) earned);
    assertThat(one.sharing() && two.sharing()).as("nothing failed meanwhile").isTrue();
  }

  @Test
  void togetherTheyNeverHoldMoreSlotsThanTheLimit() {
    LimitRule rule = rule(0, 0, 9);
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 400; i++) {
        RateLimits limits = i % 2 == 0 ? one : two;
        crowd.execute(
            () -> {
              try {
                Admission admission = admit(limits, rule, 1);
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                Pause.millis(2);
                inside.decrementAndGet();
                admission.end(0);
              } catch (LimitReached refused) {
                // what the limit is for
              }
            });
      }
    }
    assertThat(most).hasValueBetween(2, 9);
    assertThat(one.sharing() && two.sharing()).isTrue();
    List<Admission> all = new ArrayList<>();
    // what was given back arrives a moment later
    await(
        () -> {
          try {
            all.add(admit(all.size() % 2 == 0 ? one : two, rule, 1));
          } catch (LimitReached refused) {
            // not yet
          }
          return all.size() == 9;
        });
    assertThat(admitted(one, rule, 1)).isFalse();
    assertThat(admitted(two, rule, 1)).isFalse();
  }

  @Test
  void whatOneUsesTheOtherLacks() {
    LimitRule rule = rule(0, 60_000, 0);
    admit(one, rule, 10_000).end(60_000);
    await(() -> !admitted(two, rule, 20_000));
    assertThat(one.sharing() && two.sharing()).isTrue();
  }

  @Test
  void aChangedLimitIsInForceForBoth() {
    LimitRule rule = rule(100, 0, 0);
    assertThat(crowd(50, rule)).isEqualTo(50);
    LimitRule tighter = changed(rule, 10, 0, 0);
    assertThat(crowd(50, tighter)).isBetween(5, 6);
    assertThat(admitted(two, rule, 1)).as("an older configuration").isFalse();
  }

  @Test
  void withoutTheServerEachHoldsItsPartAndNobodyFails() throws Exception {
    LimitRule used = rule(100, 0, 0);
    assertThat(crowd(100, used)).isBetween(100, 101);
    server.kill();
    // what was admitted before is not admitted once more
    assertThat(crowd(100, used)).isLessThanOrEqualTo(2);
    assertThat(one.sharing() || two.sharing()).isFalse();
    LimitRule fresh = rule(100, 0, 6);
    List<Admission> open = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      try {
        open.add(admit(one, fresh, 1));
      } catch (LimitReached refused) {
        // its part is 3
      }
    }
    assertThat(open).hasSize(3);

    server.startAgain();
    await(() -> one.sharing() && two.sharing());

    // the slots of calls that were admitted meanwhile are counted again
    assertThat(crowd(10, fresh)).isEqualTo(3);
    open.forEach(admission -> admission.end(0));
    await(() -> admitted(two, fresh, 1));
  }

  @Test
  void aServerThatHangsHoldsCallsUpOnceAndShortly() throws Exception {
    LimitRule rule = rule(1_000, 0, 0);
    assertThat(admitted(one, rule, 1)).isTrue();
    server.hang();
    try {
      long start = System.nanoTime();
      assertThat(crowd(40, rule)).isEqualTo(40);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
      start = System.nanoTime();
      assertThat(crowd(40, rule)).isEqualTo(40);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(200));
    } finally {
      server.goOn();
    }
    await(() -> one.sharing() && two.sharing());
    assertThat(admitted(one, rule, 1)).isTrue();
  }

  @Test
  void aGatewayThatStartsBeforeTheServerSharesLater() throws Exception {
    server.kill();
    try (RateLimits early = RateLimits.of(server.url(), replica(0, 1))) {
      LimitRule rule = rule(5, 0, 0);
      assertThat(admitted(early, rule, 1)).isTrue();
      assertThat(early.sharing()).isFalse();
      server.startAgain();
      await(early::sharing);
      assertThat(admitted(early, rule, 1)).isTrue();
    }
  }
}
