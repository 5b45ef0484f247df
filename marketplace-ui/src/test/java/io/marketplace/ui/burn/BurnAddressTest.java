package io.marketplace.ui.burn;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import io.marketplace.model.metering.UsageDimension;
import org.junit.jupiter.api.Test;

final class BurnAddressTest {

  private static BurnAddress read(String query) {
    return BurnAddress.of(QueryParameters.fromString(query));
  }

  @Test
  void readsWhatItWrites() {
    BurnAddress address = new BurnAddress(UsageDimension.CUSTOMER, 60);
    assertThat(BurnAddress.of(address.query())).isEqualTo(address);
    assertThat(address.by(UsageDimension.KEY).within(5))
        .isEqualTo(new BurnAddress(UsageDimension.KEY, 5));
  }

  @Test
  void passesOverWhatItDoesNotKnow() {
    BurnAddress usual = new BurnAddress(UsageDimension.AGENT, 15);
    assertThat(read("")).isEqualTo(usual);
    assertThat(read("by=day&minutes=7")).isEqualTo(usual);
    assertThat(read("by=%3Cscript%3E&minutes=-15")).isEqualTo(usual);
    assertThat(read("minutes=999999999999")).isEqualTo(usual);
  }
}
