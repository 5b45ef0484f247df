package io.marketplace.model.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marketplace.model.problem.MarketplaceException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouteCheckTest {

  private static final PoolId POOL = PoolId.create();

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, 1_000_001, Double.NaN, Double.POSITIVE_INFINITY})
  void absurdWeightsAreRefused(double weight) {
    assertRefused(RouteBody.of(List.of(new Candidate(POOL, "m", weight)), List.of()));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 3_600_001, Integer.MAX_VALUE, Integer.MIN_VALUE})
  void absurdTimeoutsAreRefused(int milliseconds) {
    Timeouts fine = Timeouts.DEFAULT;
    for (Timeouts timeouts :
        List.of(
            new Timeouts(milliseconds, fine.firstByteMs(), fine.idleMs(), fine.totalMs()),
            new Timeouts(fine.connectMs(), milliseconds, fine.idleMs(), fine.totalMs()),
            new Timeouts(fine.connectMs(), fine.firstByteMs(), milliseconds, fine.totalMs()),
            new Timeouts(fine.connectMs(), fine.firstByteMs(), fine.idleMs(), milliseconds))) {
      assertRefused(body(timeouts, CacheRule.OFF));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.1, 0.51, Double.NaN})
  void absurdErrorBoundsAreRefused(double bound) {
    CacheRule cache =
        new CacheRule(CacheRule.Mode.SEMANTIC, CacheRule.Sharing.TEAM, Optional.of(bound));

    assertRefused(body(Timeouts.DEFAULT, cache));
  }

  @Test
  void theSameModelTwiceInAGroupIsRefusedButNotInTwoGroups() {
    Candidate one = new Candidate(POOL, "m", 1);

    assertRefused(RouteBody.of(List.of(one, one), List.of()));
    RouteBody fallback = RouteBody.of(List.of(one), List.of(List.of(one)));
    assertThat(RouteCheck.check(fallback)).isEqualTo(fallback);
  }

  @Test
  void emptyAndTooManyFallbackGroupsAreRefused() {
    List<Candidate> group = List.of(new Candidate(POOL, "m", 1));

    assertRefused(RouteBody.of(group, List.of(List.of())));
    assertRefused(RouteBody.of(group, Collections.nCopies(11, group)));
  }

  @Test
  void anAliasMayBeKnownWithoutACandidate() {
    assertThat(RouteCheck.check(RouteBody.of(List.of(), List.of())).candidates()).isEmpty();
  }

  private static RouteBody body(Timeouts timeouts, CacheRule cache) {
    return new RouteBody(List.of(), List.of(), timeouts, cache, Optional.empty());
  }

  private static void assertRefused(RouteBody body) {
    assertThatThrownBy(() -> RouteCheck.check(body)).isInstanceOf(MarketplaceException.class);
  }
}
