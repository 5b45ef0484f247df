package io.marketplace.names.waive;

import io.marketplace.names.scan.Finding;
import io.marketplace.names.scan.Marker;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The comments of one file that excuse findings: on their own line, or on the next one if they
 * stand alone. A comment without a reason excuses nothing.
 */
public final class Markers {
  private static final int LETTERS_OF_A_REASON = 3;

  private final List<Marker> markers;
  private final Set<Marker> used = new HashSet<>();

  /** Those of one file. */
  public Markers(List<Marker> markers) {
    this.markers = List.copyOf(markers);
  }

  /** The reason why a finding is excused; empty if it is not. */
  public Optional<String> reasonFor(Finding finding) {
    for (Marker marker : markers) {
      boolean here = marker.line() == finding.line();
      boolean next = marker.alone() && marker.line() + 1 == finding.line();
      if ((here || next) && hasReason(marker)) {
        used.add(marker);
        return Optional.of(marker.reason());
      }
    }
    return Optional.empty();
  }

  /** Comments that give no reason. */
  public List<Marker> withoutReason() {
    return markers.stream().filter(marker -> !hasReason(marker)).toList();
  }

  /** Comments with a reason that excused nothing. */
  public List<Marker> unused() {
    return markers.stream().filter(marker -> hasReason(marker) && !used.contains(marker)).toList();
  }

  private static boolean hasReason(Marker marker) {
    return marker.reason().chars().filter(Character::isLetterOrDigit).count()
        >= LETTERS_OF_A_REASON;
  }
}
