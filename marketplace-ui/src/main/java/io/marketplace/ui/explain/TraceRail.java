package io.marketplace.ui.explain;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import io.marketplace.ui.component.Bold;
import io.marketplace.ui.component.Rail;
import io.marketplace.ui.component.Small;
import io.marketplace.ui.format.Formats;
import java.util.Locale;

/** The decisions on one rail; their bars share one axis, from the call's beginning to its end. */
final class TraceRail {

  private TraceRail() {}

  static Rail of(Trace trace) {
    Rail rail = Rail.vertical();
    rail.addClassName("tr");
    long total = Math.max(1, trace.totalMicros());
    int attempts = 0;
    for (Trace.Step step : trace.steps()) {
      boolean attempt = step.step().equals("routing/TryRoutes");
      attempts += attempt ? 1 : 0;
      StepWords words = StepWords.of(step, attempts);
      rail.stop(words.stop(), line(step, words, total), "");
    }
    return rail;
  }

  private static Div line(Trace.Step step, StepWords words, long total) {
    Div said = new Div(new Span(words.sentence()));
    if (!words.small().isEmpty()) {
      said.add(new Small(words.small()));
    }
    said.addClassNames("two", "said");
    Bold title = new Bold(words.title());
    title.add(spoken(words.stop()));
    Span time = new Span(Formats.duration(step.millis()));
    time.addClassName("ms");
    Div line = new Div(title, said, time, bar(step, words.kind(), total));
    line.addClassName("ln");
    return line;
  }

  private static Span spoken(Rail.Stop stop) {
    Span word =
        new Span(
            switch (stop) {
              case FAILED -> ", failed";
              case WARNED -> ", passed with a note";
              case SKIPPED -> ", no effect";
              case DONE, NOW, AHEAD -> ", passed";
            });
    word.addClassName("sr");
    return word;
  }

  private static Div bar(Trace.Step step, String kind, long total) {
    Element mark = new Element("i");
    mark.getStyle()
        .set("left", percent(Math.min(step.fromMicros(), total * 99 / 100), total))
        .set("width", percent(Math.max(0, step.atMicros() - step.fromMicros()), total));
    if (!kind.isEmpty()) {
      mark.getClassList().add(kind);
    }
    Div bar = new Div();
    bar.addClassName("tl");
    if (kind.isEmpty()) {
      bar.addClassName("tiny");
    }
    bar.getElement().setAttribute("aria-hidden", "true").appendChild(mark);
    return bar;
  }

  private static String percent(long part, long total) {
    return String.format(Locale.ROOT, "%.2f%%", 100.0 * part / total);
  }
}
