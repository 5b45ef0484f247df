package io.marketplace.ui.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import io.marketplace.model.catalogue.CardFilter;
import io.marketplace.model.catalogue.CardSlug;
import io.marketplace.model.catalogue.CardSort;
import io.marketplace.model.catalogue.Modality;
import io.marketplace.model.catalogue.Tier;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CatalogueAddressTest {

  @Test
  void readsWhatItWrites() {
    CatalogueAddress address =
        read(
            "tier=code&tier=utility&modality=text&licence=MIT&region=local&jurisdiction=EU&context=128000&access=1&q=qwen&sort=context&compare=phi-4,qwq-32b");

    assertThat(address.filter().tiers()).containsExactlyInAnyOrder(Tier.CODE, Tier.UTILITY);
    assertThat(address.filter().modalities()).containsExactly(Modality.TEXT);
    assertThat(address.filter().minContext()).contains(128_000);
    assertThat(address.filter().accessOnly()).isTrue();
    assertThat(address.filter().sort()).isEqualTo(CardSort.CONTEXT);
    assertThat(address.picked()).containsExactly(new CardSlug("phi-4"), new CardSlug("qwq-32b"));
    assertThat(CatalogueAddress.of(address.query())).isEqualTo(address);
    assertThat(address.narrowing()).isEqualTo(9);
  }

  @Test
  void passesOverWhatNoFilterKnows() {
    CatalogueAddress address =
        read(
            "tier=bogus&modality=smell&context=-5&context=many&sort=sideways&nonsense=1&compare=..%2Fetc,UPPER");

    assertThat(address.filter()).isEqualTo(CardFilter.ALL);
    assertThat(address.picked()).isEmpty();
  }

  @Test
  void comparesFourAtTheMost() {
    assertThat(read("compare=m-1,m-2,m-3,m-3,m-4,m-5").picked()).hasSize(4);
  }

  @Test
  void togglesOneValueAndLeavesTheOthers() {
    CatalogueAddress address = read("licence=MIT&tier=code");

    CatalogueAddress wider = address.toggled(CatalogueAddress.LICENCE, "Apache-2.0", true);

    assertThat(wider.filter().licences()).containsExactlyInAnyOrder("MIT", "Apache-2.0");
    assertThat(wider.filter().tiers()).containsExactly(Tier.CODE);
    assertThat(
            wider
                .toggled(CatalogueAddress.LICENCE, "MIT", false)
                .has(CatalogueAddress.LICENCE, "MIT"))
        .isFalse();
    assertThat(wider.with(CatalogueAddress.TIER, List.of()).filter().tiers()).isEmpty();
  }

  @Test
  void theLeaderboardKeepsTheFiltersAndIsNoFilter() {
    CatalogueAddress board = read("view=leaderboard&by=GPQA+Diamond&tier=code");

    assertThat(board.board()).isTrue();
    assertThat(board.benchmark()).contains("GPQA Diamond");
    assertThat(board.narrowing()).isEqualTo(1);
    assertThat(CatalogueAddress.of(board.query())).isEqualTo(board);
    assertThat(board.with(CatalogueAddress.VIEW, List.of()).board()).isFalse();
    assertThat(board.with(CatalogueAddress.TIER, List.of("vision")).benchmark())
        .contains("GPQA Diamond");
    assertThat(read("view=sideways").board()).isFalse();
    assertThat(read("").href()).isEqualTo("catalogue");
  }

  private static CatalogueAddress read(String query) {
    return CatalogueAddress.of(QueryParameters.fromString(query));
  }
}
