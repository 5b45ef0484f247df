package io.marketplace.api.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.PersonId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecentActorsTest {

  private final SetClock clock = new SetClock();
  private final RecentActors recent = new RecentActors(clock);
  private int lookUps;

  @Test
  void aTokenIsLookedUpOnceInAFewSeconds() {
    Actor first = recent.get("t", this::lookUp);
    clock.now = clock.now.plus(RecentActors.KEPT).minusMillis(1);
    assertThat(recent.get("t", this::lookUp)).isSameAs(first);
    clock.now = clock.now.plusMillis(1);
    recent.get("t", this::lookUp);
    assertThat(lookUps).isEqualTo(2);
  }

  @Test
  void tokensDoNotMeet() {
    assertThat(recent.get("a", this::lookUp)).isNotEqualTo(recent.get("b", this::lookUp));
  }

  @Test
  void aFloodOfTokensDoesNotGrowWithoutEnd() {
    for (int i = 0; i < RecentActors.MOST + 10; i++) {
      recent.get("t" + i, this::lookUp);
    }
    int before = lookUps;
    recent.get("t" + RecentActors.MOST, this::lookUp);
    assertThat(lookUps).isEqualTo(before + 1);
    clock.now = clock.now.plus(Duration.ofMinutes(1));
    recent.get("u", this::lookUp);
    recent.get("u", this::lookUp);
    assertThat(lookUps).isEqualTo(before + 2);
  }

  private Actor lookUp() {
    lookUps++;
    return new Actor(
        PersonId.create(),
        "s" + lookUps,
        "n",
        Optional.empty(),
        Set.of(),
        Set.of(),
        Optional.empty());
  }

  private static final class SetClock extends Clock {

    private Instant now = Instant.parse("2026-11-21T00:00:00Z");

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
