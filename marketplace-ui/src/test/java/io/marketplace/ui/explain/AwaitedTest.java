package io.marketplace.ui.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.model.metering.CallId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class AwaitedTest {

  private static final CallId CALL = CallId.parse("019a0c3e-5f1b-7c2d-9e4f-0123456789ab");
  private static final Instant MADE = CALL.madeAt().orElseThrow();

  @Test
  void aCallOfTheLastMinutesMayStillCome() {
    assertThat(Awaited.mayCome(CALL, MADE)).isTrue();
    assertThat(Awaited.mayCome(CALL, MADE.plus(Duration.ofMinutes(14)))).isTrue();
    assertThat(Awaited.mayCome(CALL, MADE.plus(Duration.ofMinutes(16)))).isFalse();
  }

  @Test
  void aCallOfTheFutureMayNotBeyondWhatClocksDiffer() {
    assertThat(Awaited.mayCome(CALL, MADE.minusSeconds(20))).isTrue();
    assertThat(Awaited.mayCome(CALL, MADE.minusSeconds(40))).isFalse();
  }

  @Test
  void anIdentifierWithoutATimeIsNoCalls() {
    CallId random = new CallId(UUID.fromString("6fa459ea-ee8a-4ca4-894e-db77e160355e"));
    assertThat(random.madeAt()).isEmpty();
    assertThat(Awaited.mayCome(random, MADE)).isFalse();
    assertThat(MADE).isEqualTo(Instant.ofEpochMilli(0x019a0c3e5f1bL));
  }
}
