package io.marketplace.ui.approvals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.marketplace.model.access.RequestTerms;
import io.marketplace.model.access.TermChanges;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.policy.Sensitivity;
import io.marketplace.model.problem.MarketplaceException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ApproverChangesTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final NanoUsd ASKED = new NanoUsd(400_000_000_000L);
  private static final RequestTerms TERMS =
      new RequestTerms(
          Tier.CODE,
          "release notes",
          Sensitivity.INTERNAL,
          Optional.empty(),
          ASKED,
          Optional.of(Instant.parse("2027-05-31T22:00:00Z")));

  @Test
  void changesNothingWhenTheFormSaysWhatWasAsked() {
    assertEquals(TermChanges.NONE, between(ASKED, Sensitivity.INTERNAL, "2027-05-31"));
  }

  @Test
  void tellsOnlyWhatDiffers() {
    NanoUsd less = new NanoUsd(1);
    assertEquals(
        TermChanges.ofApprover(
            Optional.of(less),
            Optional.of(Sensitivity.PUBLIC),
            Optional.of(Instant.parse("2027-01-31T23:00:00Z"))),
        between(less, Sensitivity.PUBLIC, "2027-01-31"));
  }

  @Test
  void doesNotTakeAwayAnEndThatWasAskedFor() {
    assertThrows(
        MarketplaceException.class,
        () ->
            ApproverChanges.between(
                TERMS, ASKED, Optional.of(Sensitivity.INTERNAL), Optional.empty(), BERLIN));
  }

  private static TermChanges between(NanoUsd budget, Sensitivity level, String day) {
    return ApproverChanges.between(
        TERMS, budget, Optional.of(level), Optional.of(LocalDate.parse(day)), BERLIN);
  }
}
