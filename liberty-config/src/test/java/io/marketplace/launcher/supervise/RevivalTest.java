package io.marketplace.launcher.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RevivalTest {

  private static final long START = -5_000_000_000L;

  private final Revival revival = new Revival();

  @Test
  void aPartThatNeverEndedIsNotDue() {
    assertThat(revival.due("gateway", START)).isFalse();
    assertThat(revival.count("gateway")).isZero();
  }

  @Test
  void waitsLongerEachTime() {
    long now = START;
    assertThat(revival.ended("gateway", now)).isEqualTo(500);
    assertThat(revival.due("gateway", now + millis(499))).isFalse();
    assertThat(revival.due("gateway", now + millis(500))).isTrue();
    assertThat(revival.ended("gateway", now + millis(600))).isEqualTo(1_000);
    assertThat(revival.ended("gateway", now + millis(2_000))).isEqualTo(2_000);
    for (int i = 0; i < 100; i++) {
      assertThat(revival.ended("gateway", now + millis(3_000))).isLessThanOrEqualTo(60_000);
    }
    assertThat(revival.count("gateway")).isEqualTo(103);
  }

  @Test
  void aPartThatRanForLongBeginsAnew() {
    revival.ended("gateway", START);
    revival.ended("gateway", START + millis(1_000));
    assertThat(revival.ended("gateway", START + TimeUnit.MINUTES.toNanos(6))).isEqualTo(500);
  }

  private static long millis(long number) {
    return TimeUnit.MILLISECONDS.toNanos(number);
  }
}
