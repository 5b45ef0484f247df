package io.marketplace.ui.keys;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.marketplace.model.keys.KeyView;
import io.marketplace.model.keys.SecretView;
import io.marketplace.ui.component.Code;
import io.marketplace.ui.component.Small;
import io.marketplace.ui.format.Formats;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** The secrets of a key in rotation as bars over time: who takes over, what stops when, and now. */
final class RotationTimeline extends Div {

  private static final long serialVersionUID = 1L;

  private final transient Instant from;
  private final transient Duration span;
  private final transient Instant now;
  private final transient ZoneId zone;

  /** The secrets of {@code key} that still work. */
  RotationTimeline(KeyView key, Instant now, ZoneId zone) {
    this.now = now;
    this.zone = zone;
    List<SecretView> working = working(key, now);
    Instant made = working.getFirst().createdAt();
    Instant end =
        working.stream()
            .flatMap(secret -> secret.liveUntil().stream())
            .max(Instant::compareTo)
            .orElse(now);
    // a fifth of the overlap on both sides, so that one sees what was before and what follows
    Duration overlap = Duration.between(made, end).dividedBy(5).plusMinutes(1);
    this.from = made.minus(overlap);
    this.span = Duration.between(from, end.plus(overlap));
    addClassName("gantt");
    add(new Div(), axis(made, end));
    boolean newest = true;
    for (SecretView secret : working) {
      add(label(secret, newest), line(secret, newest, made));
      newest = false;
    }
  }

  static List<SecretView> working(KeyView key, Instant now) {
    return key.secrets().stream()
        .filter(secret -> secret.liveUntil().isEmpty() || secret.liveUntil().get().isAfter(now))
        .toList();
  }

  private Component axis(Instant made, Instant end) {
    Div axis = new Div(tick(made, "rotated"), tick(now, "now"), tick(end, "stops"));
    axis.addClassName("ax");
    axis.getElement().setAttribute("aria-hidden", "true");
    return axis;
  }

  private Component tick(Instant at, String word) {
    Span tick = new Span(word);
    tick.getStyle().set("left", percent(share(at)));
    tick.addClassName(word);
    return tick;
  }

  private Component label(SecretView secret, boolean newest) {
    String use =
        secret.lastUsedAt().map(at -> "last used " + Formats.moment(at, zone)).orElse("never used");
    Div label =
        new Div(
            new Code(secret.hint()),
            new Span(newest ? " new" : " old"),
            new Small(use + ", " + Formats.counted(secret.requests(), "call", "calls")));
    return label;
  }

  private Component line(SecretView secret, boolean newest, Instant made) {
    Div line = new Div();
    line.addClassName("ln");
    if (newest) {
      line.add(bar("n", made, from.plus(span), "works on"));
    } else {
      Instant end = secret.liveUntil().orElse(from.plus(span));
      line.add(bar("", from, made, ""));
      line.add(bar("o", made, end, "overlap, stops " + Formats.moment(end, zone)));
    }
    Span mark = new Span();
    mark.addClassName("now");
    mark.getStyle().set("left", percent(share(now)));
    line.add(mark);
    return line;
  }

  private Component bar(String kind, Instant start, Instant end, String words) {
    Span bar = new Span(words);
    bar.addClassName("gb");
    if (!kind.isEmpty()) {
      bar.addClassName(kind);
    }
    bar.getStyle().set("left", percent(share(start)));
    bar.getStyle().set("width", percent(share(end) - share(start)));
    bar.getElement().setAttribute("title", words);
    return bar;
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f%%", share);
  }

  /** Where a moment lies between both ends, 0 to 100. */
  private double share(Instant at) {
    double part = 100.0 * Duration.between(from, at).toMillis() / span.toMillis();
    return Math.max(0, Math.min(100, part));
  }
}
