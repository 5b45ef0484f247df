package io.marketplace.ui.administration;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.quota.CallPriority;
import io.marketplace.model.quota.LimitUse;
import io.marketplace.model.quota.LimitView;
import io.marketplace.ui.component.Bold;
import io.marketplace.ui.component.Meter;
import io.marketplace.ui.component.Small;
import io.marketplace.ui.component.State;
import io.marketplace.ui.component.TierMark;
import io.marketplace.ui.format.Formats;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** How limits and their use are said. */
final class LimitWords {

  private LimitWords() {}

  /** Whose calls, and where that stands. */
  static Component scope(LimitView view) {
    Span scope =
        new Span(
            new Bold(view.scopeName()),
            new Small(
                view.limit().scope().type()
                    + view.within().map(within -> " of " + within).orElse("")));
    scope.addClassName("two");
    return scope;
  }

  static Component tier(LimitView view) {
    Optional<Tier> tier = view.limit().tier();
    return tier.isPresent()
        ? TierMark.beside(tier.get().code(), tier.get().code())
        : new Span("all");
  }

  static String priority(LimitView view) {
    return view.limit()
        .terms()
        .priority()
        .map(CallPriority::code)
        .map(code -> "at most " + code)
        .orElse(Formats.UNKNOWN);
  }

  /** How much of a limit is used, as words over a bar; where no gateway told of it, the limit. */
  static Component used(
      LimitView view, Optional<Long> limit, ToLongFunction<LimitUse> use, String what) {
    if (limit.isEmpty()) {
      return new Span(Formats.UNKNOWN);
    }
    long most = limit.get();
    if (view.use().isEmpty()) {
      Span quiet = new Span(new Span(Formats.count(most)), new Small("no calls lately"));
      quiet.addClassName("two");
      return quiet;
    }
    long now = view.use().map(use::applyAsLong).orElse(0L);
    String words = Formats.count(now) + " of " + Formats.count(most);
    Meter meter = new Meter((double) now / most, 0, 0, words + " " + what);
    meter.addClassName("sm");
    Span used = new Span(new Span(words), meter);
    used.addClassName("two");
    return used;
  }

  /** Whether calls were refused within the last minute. */
  static Component refused(LimitView view) {
    return view.use()
        .<Component>map(
            use ->
                use.refused() == 0
                    ? State.good("none")
                    : State.warning(Formats.count(use.refused()) + " in a minute"))
        .orElseGet(() -> new Span(Formats.UNKNOWN));
  }
}
