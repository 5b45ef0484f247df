package io.marketplace.ui.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.marketplace.model.audit.Facts;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DifferenceTest {

  @Test
  void tellsWhatChangedCameAndWent() {
    Facts before = Facts.of("state", "pending").with("tier", "code").with("until", "2027");
    Facts after = Facts.of("state", "granted").with("tier", "code").with("grant", "g1");

    assertEquals(
        List.of(
            new Difference("grant", Optional.empty(), Optional.of("g1")),
            new Difference("state", Optional.of("pending"), Optional.of("granted")),
            new Difference("until", Optional.of("2027"), Optional.empty())),
        Difference.between(before, after));
  }

  @Test
  void saysItInWords() {
    assertEquals(
        "state: pending → granted",
        new Difference("state", Optional.of("pending"), Optional.of("granted")).words());
    assertEquals(
        "until: 2027 → none",
        new Difference("until", Optional.of("2027"), Optional.empty()).words());
  }
}
