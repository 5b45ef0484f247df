package io.marketplace.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.model.guard.Detector;
import io.marketplace.model.guard.GuardAction;
import io.marketplace.model.guard.GuardRule;
import io.marketplace.model.guard.Side;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** However a text is cut, what passes and what is found is what the whole text gives. */
class StreamPropertyTest {

  private static final List<String> SEEDS =
      List.of(
          "DE89 3704 0044 0532 0130 00",
          "DE89 3704 0044 0532 0130",
          "4111 1111 1111 1111",
          "4111 1111 1111 1111 2024",
          "ada@example.com",
          "ada@example",
          "😀",
          "👩\u200d💻",
          " ",
          ", ",
          "falcon",
          "Falcon Project",
          "Falcons",
          "+49 30 901820",
          "ABC-123",
          "ABC-12",
          "AKIAZ9Z9Z9Z9Z9Z9Z9Z9",
          "-----BEGIN PRIVATE KEY-----\nMIIE",
          "-----BEGIN",
          "zürich",
          "\u200b",
          "\ud83d",
          "2.",
          "00");

  private static final Screen SCREEN =
      Rules.screen(
          Rules.rule(Detector.IBAN, GuardAction.REDACT),
          Rules.rule(Detector.CARD, GuardAction.REDACT),
          Rules.rule(Detector.EMAIL, GuardAction.REDACT),
          Rules.rule(Detector.PHONE, GuardAction.FLAG),
          Rules.rule(Detector.SECRET, GuardAction.REDACT),
          Rules.rule(Detector.TERMS, GuardAction.REDACT, "falcon", "falcon project", "鷹"),
          Rules.rule(Detector.PATTERN, GuardAction.BLOCK, "ABC-[0-9]{3}", "[0-9]{4} 20.4"),
          new GuardRule(
              "size",
              Detector.SIZE,
              Set.of(Side.ANSWER),
              GuardAction.FLAG,
              Set.of(),
              List.of(),
              Optional.of(40)));

  @Test
  void everyCutInTwo() {
    Random random = new Random(20261122);
    for (int round = 0; round < 300; round++) {
      String text = text(random, 4);
      for (int cut = 0; cut <= text.length(); cut++) {
        same(text, cut);
      }
    }
  }

  @Test
  void cutsIntoManyPieces() {
    Random random = new Random(7);
    for (int round = 0; round < 3_000; round++) {
      String text = text(random, 8);
      int[] cuts = random.ints(random.nextInt(12), 0, text.length() + 1).sorted().toArray();
      same(text, cuts);
    }
  }

  @Test
  void characterByCharacter() {
    Random random = new Random(11);
    for (int round = 0; round < 500; round++) {
      String text = text(random, 6);
      int[] cuts = new int[text.length()];
      for (int i = 0; i < cuts.length; i++) {
        cuts[i] = i;
      }
      same(text, cuts);
    }
  }

  @Test
  void holdsBackNothingThatNoRuleCanSpan() {
    Lane lane = SCREEN.start().lane();

    assertThat(lane.feed("The answer is 42! ")).isEqualTo("The answer is 42! ");
    assertThat(lane.holds()).isFalse();
    assertThat(lane.feed("Pay DE89 37")).isEqualTo("Pay ");
    assertThat(lane.feed("!")).isEqualTo("DE89 37!");
    assertThat(lane.holds()).isFalse();
  }

  private static String text(Random random, int parts) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 1 + random.nextInt(parts); i++) {
      text.append(SEEDS.get(random.nextInt(SEEDS.size())));
      if (random.nextBoolean()) {
        text.append(' ');
      }
    }
    return text.toString();
  }

  private static void same(String text, int... cuts) {
    Reading whole = SCREEN.start();
    String expected = whole.whole(text);

    Reading pieces = SCREEN.start();
    Lane lane = pieces.lane();
    StringBuilder passed = new StringBuilder();
    int from = 0;
    for (int cut : cuts) {
      passed.append(lane.feed(text.substring(from, cut)));
      from = cut;
    }
    passed.append(lane.feed(text.substring(from))).append(lane.finish());

    assertThat(passed.toString()).as("%s cut at %s", text, cuts).isEqualTo(expected);
    assertThat(pieces.counts()).as(text).isEqualTo(whole.counts());
    assertThat(pieces.blockedBy()).as(text).isEqualTo(whole.blockedBy());
    assertThat(pieces.findings()).as(text).containsExactlyInAnyOrderElementsOf(whole.findings());
  }
}
