package io.marketplace.gateway.quota;

import static io.marketplace.gateway.quota.Rules.admit;
import static io.marketplace.gateway.quota.Rules.admitted;
import static io.marketplace.gateway.quota.Rules.changed;
import static io.marketplace.gateway.quota.Rules.replica;
import static io.marketplace.gateway.quota.Rules.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marketplace.gateway.snapshot.LimitRule;
import io.marketplace.gateway.snapshot.LiveReplicas;
import io.marketplace.model.quota.LimitSighting;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Limits as one gateway counts them, and split among several. */
class OwnLimitsTest {
  private final HandClock clock = new HandClock();
  private final RateLimits limits = new RateLimits(null, replica(0, 1), clock);

  private static int admittedOf(int tries, RateLimits limits, LimitRule rule) {
    int count = 0;
    for (int i = 0; i < tries; i++) {
      count += admitted(limits, rule, 1) ? 1 : 0;
    }
    return count;
  }

  @Test
  void aCrowdIsNeverAdmittedBeyondTheLimit() {
    LimitRule rule = rule(500, 0, 0);
    AtomicInteger in = new AtomicInteger();
    try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 2_000; i++) {
        crowd.execute(
            () -> {
              if (admitted(limits, rule, 1)) {
                in.incrementAndGet();
              }
            });
      }
    }
    assertThat(in).hasValue(500);
  }

  @Test
  void slotsAreNeverTakenBeyondTheLimitAndAllComeBack() {
    LimitRule rule = rule(0, 0, 7);
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 2_000; i++) {
        crowd.execute(
            () -> {
              try {
                Admission admission = admit(limits, rule, 1);
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                LockSupport.parkNanos(10_000);
                inside.decrementAndGet();
                admission.end(0);
                admission.end(0);
                done.incrementAndGet();
              } catch (LimitReached refused) {
                // what the limit is for
              }
            });
      }
    }
    assertThat(most).hasValueBetween(1, 7);
    assertThat(done).hasPositiveValue();
    assertThat(admittedOf(20, limits, rule)).isEqualTo(7);
  }

  @Test
  void aMinuteEarnsTheLimitAgainAndNoMore() {
    LimitRule rule = rule(60, 0, 0);
    assertThat(admittedOf(100, limits, rule)).isEqualTo(60);
    clock.move(Duration.ofMillis(999));
    assertThat(admittedOf(5, limits, rule)).isZero();
    clock.move(Duration.ofMillis(1));
    assertThat(admittedOf(5, limits, rule)).isEqualTo(1);
    clock.move(Duration.ofHours(5));
    assertThat(admittedOf(100, limits, rule)).isEqualTo(60);
  }

  @Test
  void aClockThatIsSetBackEarnsNothing() {
    LimitRule rule = rule(10, 0, 0);
    assertThat(admittedOf(20, limits, rule)).isEqualTo(10);
    clock.move(Duration.ofHours(-1));
    assertThat(admittedOf(20, limits, rule)).isZero();
    clock.move(Duration.ofHours(1));
    assertThat(admittedOf(20, limits, rule)).isZero();
    clock.move(Duration.ofSeconds(6));
    assertThat(admittedOf(20, limits, rule)).isEqualTo(1);
  }

  @Test
  void aRefusalSaysHowLongToWaitAndThatIsTrue() {
    LimitRule rule = rule(6, 0, 0);
    assertThat(admittedOf(6, limits, rule)).isEqualTo(6);
    clock.move(Duration.ofSeconds(3));
    assertThatThrownBy(() -> admit(limits, rule, 1))
        .isInstanceOfSatisfying(
            LimitReached.class,
            refused -> {
              long wait = refused.refusal().waitNanos();
              assertThat(Duration.ofNanos(wait)).isEqualTo(Duration.ofSeconds(7));
              clock.move(Duration.ofNanos(wait - 1));
              assertThat(admitted(limits, rule, 1)).isFalse();
              clock.move(Duration.ofNanos(1));
              assertThat(admitted(limits, rule, 1)).isTrue();
            });
  }

  @Test
  void tokensAreEstimatedAndThenPutRight() {
    LimitRule rule = rule(0, 1_000, 0);
    admit(limits, rule, 400).end(100);
    assertThat(admitted(limits, rule, 901)).isFalse();
    admit(limits, rule, 900).end(1_900);
    // a thousand too many: owed for a minute
    clock.move(Duration.ofSeconds(60));
    assertThat(admitted(limits, rule, 1)).isFalse();
    clock.move(Duration.ofSeconds(1));
    assertThat(admitted(limits, rule, 1)).isTrue();
  }

  @Test
  void anEstimateAboveTheWholeLimitNeedsAllOfIt() {
    LimitRule rule = rule(0, 1_000, 0);
    Admission large = admit(limits, rule, 50_000);
    assertThat(admitted(limits, rule, 1)).isFalse();
    large.end(10);
    assertThat(admitted(limits, rule, 990)).isTrue();
  }

  @Test
  void aRefusalTakesNothing() {
    LimitRule rule = rule(10, 100, 5);
    Admission all = admit(limits, rule, 100);
    for (int i = 0; i < 50; i++) {
      assertThat(admitted(limits, rule, 1)).isFalse();
    }
    all.end(0);
    assertThat(admit(limits, rule, 1).readings())
        .filteredOn(reading -> reading.take().kind() == Take.Kind.REQUESTS)
        .singleElement()
        .extracting(Reading::remaining)
        .isEqualTo(8L);
  }

  @Test
  void thePartsOfSeveralGatewaysNeverExceedTheWhole() {
    LimitRule rule = rule(100, 0, 10);
    int requests = 0;
    int slots = 0;
    for (int i = 0; i < 3; i++) {
      RateLimits part = new RateLimits(null, replica(i, 3), clock);
      LimitRule slotsOnly = rule(0, 0, 10);
      requests += admittedOf(200, part, changed(rule, 100, 0, 0));
      slots += admittedOf(200, part, slotsOnly);
    }
    assertThat(requests).isEqualTo(100);
    assertThat(slots).isEqualTo(10);
  }

  @Test
  void aRateBelowTheNumberOfGatewaysHoldsOnTheLongRun() {
    LimitRule rule = rule(1, 0, 0);
    int admitted = 0;
    List<RateLimits> parts =
        List.of(
            new RateLimits(null, replica(0, 4), clock),
            new RateLimits(null, replica(1, 4), clock),
            new RateLimits(null, replica(2, 4), clock),
            new RateLimits(null, replica(3, 4), clock));
    for (int minute = 0; minute < 40; minute++) {
      for (RateLimits part : parts) {
        admitted += admittedOf(3, part, rule);
      }
      clock.move(Duration.ofMinutes(1));
    }
    assertThat(admitted).isBetween(40, 43);
  }

  @Test
  void aGatewayMoreOrLessChangesThePartInProportion() {
    LiveReplicas replicas = replica(0, 1);
    RateLimits followed = new RateLimits(null, replicas, clock);
    LimitRule rule = rule(100, 0, 0);
    assertThat(admittedOf(50, followed, rule)).isEqualTo(50);
    replicas.seen(List.of("gateway-0", "gateway-1"));
    assertThat(admittedOf(100, followed, rule)).isEqualTo(25);
    replicas.seen(List.of("gateway-1"));
    assertThat(replicas.seat().of()).as("a list without itself says nothing").isEqualTo(2);
  }

  @Test
  void aChangedLimitIsInForceWithTheNextCall() {
    LimitRule rule = rule(100, 0, 0);
    assertThat(admittedOf(50, limits, rule)).isEqualTo(50);
    LimitRule tighter = changed(rule, 10, 0, 0);
    assertThat(admittedOf(50, limits, tighter)).isEqualTo(5);
    // a call that began under the older configuration does not bring it back
    assertThat(admittedOf(5, limits, rule)).isZero();
    // the 55 that got in are still under way
    LimitRule none = changed(tighter, 0, 0, 58);
    assertThat(admittedOf(50, limits, none)).isEqualTo(3);
  }

  @Test
  void theUseOfTheLastMinuteIsTold() {
    LimitRule rule = rule(10, 0, 2);
    admit(limits, rule, 1).end(40);
    Admission open = admit(limits, rule, 1);
    Admission second = admit(limits, rule, 1);
    assertThat(admitted(limits, rule, 1)).isFalse();
    second.end(2);
    assertThat(limits.step(Set.of(rule.id())))
        .containsExactly(new LimitSighting(rule.id(), rule.tenant(), 3, 42, 1, 1));
    open.end(0);
    for (int i = 1; i < LimitUseCount.STEPS; i++) {
      assertThat(limits.step(Set.of(rule.id())))
          .singleElement()
          .extracting(LimitSighting::requests)
          .isEqualTo(3L);
    }
    assertThat(limits.step(Set.of(rule.id())))
        .singleElement()
        .isEqualTo(new LimitSighting(rule.id(), rule.tenant(), 0, 0, 0, 0));
    assertThat(limits.step(Set.of())).isEmpty();
    assertThat(limits.step(Set.of(rule.id()))).as("a limit that is gone is forgotten").isEmpty();
  }
}
