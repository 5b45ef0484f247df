package io.marketplace.bench.proof;

import io.marketplace.bench.machine.MachineFacts;
import io.marketplace.bench.report.RunName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a proof found: numbers, and the claims that did not hold. */
public final class Finding {

  private static final int MOST_BREACHES = 20;

  private final String title;
  private final Instant at;
  private final String how;
  private final Map<String, String> rows = new LinkedHashMap<>();
  private final List<String> breaches = new ArrayList<>();

  Finding(String title, Instant at, String how) {
    this.title = title;
    this.at = at;
    this.how = how;
  }

  void row(String what, Object value) {
    rows.put(what, String.valueOf(value));
  }

  /** Notes a breach unless the claim holds; the first ones, since one can come with every look. */
  void claim(boolean holds, String breach) {
    if (!holds && breaches.size() < MOST_BREACHES) {
      breaches.add(breach);
    }
  }

  /** Takes over what callers met. */
  void met(Tally tally) {
    tally.kinds().forEach((kind, count) -> row("replies: " + kind, count));
    tally.breaches().forEach((what, count) -> claim(false, count + " " + what + "."));
  }

  /** Every claim that did not hold, in words; none: proven as far as this run goes. */
  public List<String> breaches() {
    return List.copyOf(breaches);
  }

  /** As a section of the results. */
  public String markdown() {
    StringBuilder text = new StringBuilder();
    text.append(RunName.heading(title, at)).append("\n\n");
    text.append("%s. %s\n\n".formatted(MachineFacts.read().inWords(), how));
    text.append("| | |\n|---|--:|\n");
    rows.forEach((what, value) -> text.append("| %s | %s |\n".formatted(what, value)));
    text.append('\n');
    if (breaches.isEmpty()) {
      text.append("**All of it held.**\n");
    } else {
      breaches.forEach(breach -> text.append("- **Broken:** ").append(breach).append('\n'));
    }
    return text.toString();
  }
}
