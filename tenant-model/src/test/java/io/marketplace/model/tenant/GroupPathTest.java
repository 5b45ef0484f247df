package io.marketplace.model.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class GroupPathTest {

  @Test
  void firstSegmentIsTheTenantSecondTheTeam() {
    assertThat(GroupPath.all(List.of("/retail/payments", "/retail", "capital/risk/desk-2")))
        .containsExactlyInAnyOrder(
            new GroupPath("retail", Optional.of("payments")),
            new GroupPath("retail", Optional.empty()),
            new GroupPath("capital", Optional.of("risk")));
  }

  @Test
  void whatCannotBeAShortNameIsPassedOver() {
    assertThat(
            GroupPath.all(
                List.of("", "/", "//x", "/Retail", "/retail/", "/retail/Pay Ments", "/1st/x")))
        .isEmpty();
  }

  @Test
  void shortNamesReadAsNames() {
    assertThat(Slug.asName("service-desk")).isEqualTo("Service desk");
  }
}
