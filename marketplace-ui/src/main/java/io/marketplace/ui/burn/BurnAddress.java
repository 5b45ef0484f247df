package io.marketplace.ui.burn;

import com.vaadin.flow.router.QueryParameters;
import io.marketplace.model.metering.UsageDimension;
import java.util.List;
import java.util.Map;

/**
 * What is shown, as it stands in the address.
 *
 * @param by what spend is split by
 * @param minutes what "now" means
 */
record BurnAddress(UsageDimension by, int minutes) {

  /** What can be split by, in the order of the switch. */
  static final List<UsageDimension> SPLITS =
      List.of(
          UsageDimension.AGENT,
          UsageDimension.WORKFLOW,
          UsageDimension.CUSTOMER,
          UsageDimension.USE_CASE,
          UsageDimension.APPLICATION,
          UsageDimension.KEY);

  /** How long "now" may be. */
  static final List<Integer> MINUTES = List.of(5, 15, 60);

  private static final int USUAL_MINUTES = 15;

  /** Reads the parameters; what is missing or unknown becomes agents in the last 15 minutes. */
  static BurnAddress of(QueryParameters query) {
    UsageDimension by =
        query
            .getSingleParameter("by")
            .flatMap(UsageDimension::of)
            .filter(SPLITS::contains)
            .orElse(UsageDimension.AGENT);
    int minutes =
        query
            .getSingleParameter("minutes")
            .filter(text -> text.matches("[0-9]{1,2}"))
            .map(Integer::valueOf)
            .filter(MINUTES::contains)
            .orElse(USUAL_MINUTES);
    return new BurnAddress(by, minutes);
  }

  QueryParameters query() {
    return QueryParameters.simple(Map.of("by", by.code(), "minutes", Integer.toString(minutes)));
  }

  BurnAddress by(UsageDimension other) {
    return new BurnAddress(other, minutes);
  }

  BurnAddress within(int other) {
    return new BurnAddress(by, other);
  }

  /** {@code use-case} as a heading, {@code Use case}. */
  static String title(UsageDimension dimension) {
    String words = dimension.code().replace('-', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
