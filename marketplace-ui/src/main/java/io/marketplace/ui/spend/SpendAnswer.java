package io.marketplace.ui.spend;

import io.marketplace.model.metering.UsageGroup;
import io.marketplace.model.metering.UsageReport;
import io.marketplace.ui.component.AnswerLine;
import io.marketplace.ui.format.Formats;

/** The sentence above the spend: how much, how much is expected, and who drives it. */
final class SpendAnswer {

  private SpendAnswer() {}

  static AnswerLine of(UsageReport dearest, MonthBudget budget, SpendAddress address) {
    AnswerLine line = new AnswerLine();
    if (dearest.totals().requests() == 0) {
      return line.figure("Nothing")
          .say(" was spent in " + Formats.month(address.month().atDay(1)) + ".");
    }
    line.figure(Formats.headline(dearest.totals().cost())).say(" spent");
    if (budget.budget().value() > 0) {
      line.say(", forecast ")
          .figure(Formats.headline(budget.forecast()))
          .say(" of " + Formats.headline(budget.budget()));
    }
    line.say(".");
    long all = dearest.totals().cost().value();
    for (UsageGroup group : dearest.page().items()) {
      UsageGroup.Value value = group.group().get(address.by());
      if (all > 0 && value != null && value.id().isPresent()) {
        line.say(" One " + address.by().code().replace('-', ' ') + ", ")
            .figure(value.show())
            .say(", is " + Formats.share((double) group.totals().cost().value() / all) + " of it.");
      }
    }
    return line;
  }
}
