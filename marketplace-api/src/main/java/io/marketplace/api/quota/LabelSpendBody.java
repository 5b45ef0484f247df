package io.marketplace.api.quota;

import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.quota.LabelSpend;

/** What one value of a label has spent in the present period. */
public record LabelSpendBody(String value, NanoUsd spentUsd, NanoUsd reservedUsd) {

  static LabelSpendBody of(LabelSpend spend) {
    return new LabelSpendBody(spend.value(), spend.spent(), spend.reserved());
  }
}
