package io.marketplace.ui.keys;

import io.marketplace.model.keys.KeyView;
import io.marketplace.model.keys.SecretView;
import io.marketplace.ui.component.State;
import io.marketplace.ui.format.Formats;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** What is said of a key. */
final class KeyWords {

  private static final Duration SOON = Duration.ofDays(14);

  private KeyWords() {}

  /** Its state as symbol and word; one that ends within two weeks asks to be looked at. */
  static State state(KeyView key, Instant now, ZoneId zone) {
    return switch (key.state()) {
      case REVOKED -> State.trouble("Revoked");
      case SUSPENDED -> State.warning("Suspended");
      case EXPIRED -> State.nothing("Expired");
      case ROTATING -> State.waiting("In rotation");
      case ACTIVE ->
          key.expiresAt().filter(end -> end.isBefore(now.plus(SOON))).isPresent()
              ? State.warning("Stops " + Formats.date(key.expiresAt().get(), zone))
              : State.good("Live");
    };
  }

  /** {@code mk_live_7Q…c4}, of the secret in force. */
  static String hint(KeyView key) {
    return key.current().map(SecretView::hint).orElse(Formats.UNKNOWN);
  }

  /** When one of its secrets was used last. */
  static String lastUse(KeyView key, ZoneId zone) {
    Optional<Instant> last =
        key.secrets().stream()
            .flatMap(secret -> secret.lastUsedAt().stream())
            .max(Instant::compareTo);
    return last.map(at -> Formats.moment(at, zone)).orElse("never");
  }

  /** How often its secrets were used. */
  static String calls(KeyView key) {
    long calls = key.secrets().stream().mapToLong(SecretView::requests).sum();
    return calls == 0 ? Formats.NONE : Formats.count(calls);
  }

  /**
   * What a rotation still waits for: {@code mk_live_7Q…c4 stops 24 Nov 2026, 18:00 CET, last used
   * …}.
   */
  static String overlap(SecretView old, ZoneId zone) {
    return old.hint()
        + " stops "
        + old.liveUntil().map(end -> Formats.moment(end, zone)).orElse("with the key")
        + ", "
        + old.lastUsedAt().map(at -> "last used " + Formats.moment(at, zone)).orElse("never used");
  }
}
