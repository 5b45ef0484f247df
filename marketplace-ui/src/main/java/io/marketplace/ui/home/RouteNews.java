package io.marketplace.ui.home;

import io.marketplace.model.news.News;
import java.util.List;

/** A changed route in words that follow the alias's name. */
final class RouteNews {

  private RouteNews() {}

  static String words(News.RouteChanged changed) {
    String by = ", by " + changed.by() + ".";
    if (changed.after().isEmpty()) {
      return " leads nowhere now" + by;
    }
    if (changed.before().equals(changed.after())) {
      return " still leads to " + models(changed.after()) + ", under other settings" + by;
    }
    return changed.before().isEmpty()
        ? " now leads to " + models(changed.after()) + by
        : " moved from " + models(changed.before()) + " to " + models(changed.after()) + by;
  }

  private static String models(List<String> models) {
    return String.join(", ", models.stream().distinct().toList());
  }
}
