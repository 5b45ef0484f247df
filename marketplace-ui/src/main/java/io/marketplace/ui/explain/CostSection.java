package io.marketplace.ui.explain;

import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.metering.AttemptEntry;
import io.marketplace.model.metering.BudgetShare;
import io.marketplace.model.metering.UsageDetail;
import io.marketplace.model.metering.UsageEntry;
import io.marketplace.model.metering.UsageFlag;
import io.marketplace.ui.component.Bold;
import io.marketplace.ui.component.KeyValues;
import io.marketplace.ui.component.LedgerSection;
import io.marketplace.ui.format.Formats;
import java.util.Optional;

/** What a call cost, by what it was counted, and which budgets bear it. */
final class CostSection {

  private CostSection() {}

  static LedgerSection of(Optional<UsageDetail> booked) {
    LedgerSection section = new LedgerSection("Cost");
    if (booked.isEmpty()) {
      return section.with(new KeyValues().row("Total", Formats.NONE));
    }
    UsageEntry row = booked.get().entry();
    KeyValues values =
        new KeyValues()
            .row("Input", tokens(row.promptTokens()))
            .row("of it cached", some(row.cachedTokens()))
            .row("Output", tokens(row.completionTokens()))
            .row("of it reasoning", some(row.reasoningTokens()));
    if (row.images() > 0) {
      values.row("Images", Formats.counted(row.images(), "image", "images"));
    }
    values.row("Total", new Bold(money(row.cost())));
    if (row.excess().value() > 0) {
      values.row("of it above the bound", money(row.excess()));
    }
    row.priceVersion().ifPresent(version -> values.row("Price", "version " + version));
    values.row("Counted by", row.tokenSource().equals("upstream") ? "the provider" : "the gateway");
    row.flag().ifPresent(flag -> values.row("Because", because(flag)));
    for (AttemptEntry attempt : booked.get().attempts()) {
      values.row(
          "Attempt " + attempt.ordinal(),
          attempt.pool().orElse("a pool that is gone")
              + " · "
              + attempt.end().code()
              + " · "
              + money(attempt.cost()));
    }
    for (BudgetShare share : booked.get().budgets()) {
      values.row("Budget of the " + of(share), money(share.amount()));
    }
    return section.with(values);
  }

  /** Such as {@code team}, or {@code agent billing} where each value has its own. */
  private static String of(BudgetShare share) {
    String scope = share.scope().replace('-', ' ');
    return share.label().isEmpty() ? scope : scope + " " + share.label();
  }

  static String because(UsageFlag flag) {
    return switch (flag) {
      case UNREPORTED -> "the provider reported nothing";
      case IMPOSSIBLE -> "the provider reported what cannot be";
      case LEFT -> "the caller left";
      case EXCESS -> "the provider reported more than the bound";
      case UNANSWERED -> "an attempt was not answered: its prompt counts";
      case INTERRUPTED -> "the gateway died meanwhile: the bound counts";
    };
  }

  private static String money(NanoUsd cost) {
    return cost.value() == 0 ? "$0.00" : Formats.money(cost);
  }

  private static String some(long count) {
    return count == 0 ? Formats.NONE : tokens(count);
  }

  private static String tokens(long count) {
    return Formats.counted(count, "token", "tokens");
  }
}
