package io.marketplace.ui.catalogue;

import io.marketplace.model.catalogue.CardFilter;
import io.marketplace.model.catalogue.CardView;
import io.marketplace.model.catalogue.Figure;
import io.marketplace.model.catalogue.Leaderboard;
import io.marketplace.ui.component.AnswerLine;
import io.marketplace.ui.format.Formats;
import java.util.Comparator;

/** The sentence above the catalogue. */
final class CatalogueAnswer {

  private CatalogueAnswer() {}

  /** How many models there are, and how many of them may be called. */
  static AnswerLine of(long total, long access, CatalogueAddress address) {
    String models = Formats.counted(total, "model", "models");
    AnswerLine line = new AnswerLine();
    if (address.filter().equals(CardFilter.ALL)) {
      line.figure(models + " in 6 tiers").say(" can be asked for.");
    } else {
      line.figure(models).say(total == 1 ? " fits your filters." : " fit your filters.");
    }
    return access == 0
        ? line.say(" You can call none of them yet.")
        : line.say(" You have access to ").figure(Formats.count(access)).say(" of them.");
  }

  /** Which model leads, on the first page, and what is published at all. */
  static AnswerLine of(Leaderboard board) {
    AnswerLine line = new AnswerLine();
    if (board.by().isEmpty() || board.page().items().isEmpty()) {
      return line.figure("No figure").say(" is published of the models that fit.");
    }
    String by = board.by().get();
    CardView leader = board.page().items().getFirst();
    leader.card().figures().stream()
        .filter(figure -> figure.benchmark().equals(by))
        .max(Comparator.comparing(Figure::value))
        .ifPresent(
            best ->
                line.figure(leader.card().name())
                    .say(" leads in " + by + " with ")
                    .figure(CardWords.value(best))
                    .say(". "));
    return line.figure(Formats.counted(board.total(), "model", "models"))
        .say(board.total() == 1 ? " has a published figure." : " have a published figure.");
  }
}
