package io.marketplace.gateway.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.metering.TokenCount;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is owed, and that no usage within its bounds costs more than was reserved. */
class PriceTest {

  private static final Price ALL =
      new Price(
          1,
          new NanoUsd(2_000_000_000),
          new NanoUsd(500_000_000),
          new NanoUsd(8_000_000_000L),
          new NanoUsd(9_000_000_000L),
          new NanoUsd(1_500_000),
          new NanoUsd(10_000));

  private static TokenCount tokens(long prompt, long cached, long completion, long reasoning) {
    return new TokenCount(prompt, cached, completion, reasoning, TokenCount.Source.UPSTREAM);
  }

  @Test
  void everyPartIsCharged() {
    assertThat(ALL.of(tokens(1_000, 400, 100, 60), 2).value())
        .isEqualTo(600 * 2_000 + 400 * 500 + 40 * 8_000 + 60 * 9_000 + 2 * 1_500_000 + 10_000);
  }

  @Test
  void partsAreRoundedUp() {
    Price cheap = new Price(1, new NanoUsd(1), new NanoUsd(1), new NanoUsd(1));

    assertThat(cheap.of(tokens(2, 1, 2, 1), 0).value()).isEqualTo(4);
    assertThat(cheap.bound(2, 2, 0).value()).isEqualTo(4);
  }

  @Test
  void whatIsFreeReservesNothing() {
    Price free = new Price(1, NanoUsd.ZERO, NanoUsd.ZERO, NanoUsd.ZERO);

    assertThat(free.bound(1_000_000, 1_000_000, 9)).isEqualTo(NanoUsd.ZERO);
    assertThat(free.of(tokens(5, 1, 5, 1), 9)).isEqualTo(NanoUsd.ZERO);
  }

  @Test
  void noUsageCostsMoreThanItsBound() {
    Random random = new Random(4);
    for (int i = 0; i < 200_000; i++) {
      Price price =
          new Price(
              1,
              amount(random),
              amount(random),
              amount(random),
              amount(random),
              amount(random),
              amount(random));
      long mostPrompt = random.nextLong(1L << random.nextInt(1, 30));
      long mostCompletion = random.nextLong(1L << random.nextInt(1, 24));
      int images = random.nextInt(20);
      long prompt = random.nextLong(mostPrompt + 1);
      long completion = random.nextLong(mostCompletion + 1);
      TokenCount used =
          tokens(prompt, random.nextLong(prompt + 1), completion, random.nextLong(completion + 1));

      assertThat(price.bound(mostPrompt, mostCompletion, images).value())
          .as("%s %s", price, used)
          .isGreaterThanOrEqualTo(price.of(used, random.nextInt(images + 1)).value());
    }
  }

  private static NanoUsd amount(Random random) {
    return new NanoUsd(random.nextInt(4) == 0 ? 0 : random.nextLong(1L << random.nextInt(1, 38)));
  }
}
