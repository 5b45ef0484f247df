package io.marketplace.bench.proof;

import io.marketplace.bench.machine.MachineFacts;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a proof found: numbers, and the claims that did not hold. */
public final class Finding {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

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
    MachineFacts machine = MachineFacts.read();
    StringBuilder text = new StringBuilder();
    text.append("## %s, %s\n\n".formatted(title, MINUTE.format(at)));
    text.append(
        "%d cores (%s), %d MiB, %s, Java %s. %s\n\n"
            .formatted(
                machine.cores(),
                machine.processor(),
                machine.memoryMiB(),
                machine.system(),
                machine.jdk(),
                how));
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
