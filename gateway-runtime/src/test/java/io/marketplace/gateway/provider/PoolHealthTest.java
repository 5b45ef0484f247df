package io.marketplace.gateway.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.gateway.provider.PoolHealth.State;
import io.marketplace.gateway.snapshot.Endpoint;
import org.junit.jupiter.api.Test;

/** What takes an endpoint out, and what brings it back. */
class PoolHealthTest {

  private static final Endpoint ENDPOINT = Endpoint.of("http://127.0.0.1:1").orElseThrow();

  private final PoolHealth health = new PoolHealth();

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      health.failed(ENDPOINT);
    }
  }

  private State state() {
    return health.state(ENDPOINT);
  }

  @Test
  void oddRequestsAmongOthersTakeNothingOut() {
    for (int i = 0; i < 100; i++) {
      fail(PoolHealth.AILING_AFTER - 1);
      assertThat(state()).isEqualTo(State.UP);
      health.answered(ENDPOINT);
    }
  }

  @Test
  void failuresInARowDoAndOneAnswerBringsItBack() {
    fail(PoolHealth.AILING_AFTER);
    assertThat(state()).isEqualTo(State.AILING);
    health.answered(ENDPOINT);
    assertThat(state()).isEqualTo(State.UP);
    fail(PoolHealth.AILING_AFTER - 1);
    assertThat(state()).isEqualTo(State.UP);
  }

  @Test
  void aGoodProbeGivesOneMoreChance() {
    fail(PoolHealth.AILING_AFTER);
    health.probed(ENDPOINT, State.UP);
    assertThat(state()).isEqualTo(State.UP);
    fail(1);
    assertThat(state()).isEqualTo(State.AILING);
  }

  @Test
  void goodProbesDoNotForgiveWhatCallsMeet() {
    fail(PoolHealth.AILING_AFTER - 1);
    health.probed(ENDPOINT, State.UP);
    fail(1);
    assertThat(state()).isEqualTo(State.AILING);
  }

  @Test
  void whatTakesNoConnectionIsDownAtOnce() {
    health.refused(ENDPOINT);
    assertThat(state()).isEqualTo(State.DOWN);
    health.probed(ENDPOINT, State.UP);
    assertThat(state()).isEqualTo(State.UP);
  }
}
