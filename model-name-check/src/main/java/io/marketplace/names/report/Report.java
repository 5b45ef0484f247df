package io.marketplace.names.report;

import io.marketplace.names.files.Skipped;
import java.util.List;

/**
 * What a check came to.
 *
 * @param found by file and place
 * @param faults comments without a reason; they fail as findings do
 * @param excused by comments or the baseline
 * @param skipped files that were not read, and why
 * @param excepted by globs
 * @param notes what else to know, in sentences
 * @param files how many were read
 * @param bytes how many they had
 * @param more further findings that are not listed, in files with very many
 * @param names where the names came from
 */
public record Report(
    List<Located> found,
    List<Fault> faults,
    List<Excused> excused,
    List<Skipped> skipped,
    List<Excepted> excepted,
    List<String> notes,
    long files,
    long bytes,
    long more,
    String names) {

  /** Copies the lists. */
  public Report {
    found = List.copyOf(found);
    faults = List.copyOf(faults);
    excused = List.copyOf(excused);
    skipped = List.copyOf(skipped);
    excepted = List.copyOf(excepted);
    notes = List.copyOf(notes);
  }

  /** Whether nothing was found that fails. */
  public boolean clean() {
    return found.isEmpty() && faults.isEmpty() && more == 0;
  }
}
