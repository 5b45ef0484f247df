package io.marketplace.ui.administration;

import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.model.metering.RetentionPreview;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RetentionDialogTest {

  private static final Instant KEPT = Instant.parse("2026-05-22T00:00:00Z");

  @Test
  void saysHowManyCallsWouldGoAndOfWhen() {
    LocalDate oldest = LocalDate.of(2026, 1, 31);

    assertThat(RetentionDialog.words(new RetentionPreview(KEPT, 12_345, Optional.of(oldest))))
        .startsWith("12,345 calls before ")
        .contains("22", "31")
        .endsWith(".");
    assertThat(RetentionDialog.words(new RetentionPreview(KEPT, 1, Optional.of(oldest))))
        .startsWith("1 call before ");
  }

  @Test
  void saysThatNothingWouldGo() {
    assertThat(RetentionDialog.words(new RetentionPreview(KEPT, 0, Optional.empty())))
        .startsWith("Nothing would be removed");
  }
}
