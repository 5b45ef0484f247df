package io.marketplace.ui.keys;

import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.keys.KeyRight;
import io.marketplace.model.keys.KeyScope;
import io.marketplace.model.keys.KeyView;
import io.marketplace.model.keys.SecretView;
import io.marketplace.model.keys.Suspension;
import io.marketplace.ui.component.State;
import io.marketplace.ui.format.Formats;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  /** {@code 24 Nov 2026, 18:00 CET by Nadia: looks leaked. An approver … may resume it}. */
  static String suspended(Suspension suspension, ZoneId zone) {
    String who = resumes(suspension.right());
    return Formats.moment(suspension.at(), zone)
        + " by "
        + suspension.by()
        + suspension.reason().map(why -> ": " + why).orElse("")
        + ". "
        + who.substring(0, 1).toUpperCase(Locale.ROOT)
        + who.substring(1)
        + " may resume it";
  }

  /** Who may resume what was suspended in {@code right}. */
  static String resumes(KeyRight right) {
    return switch (right) {
      case TEAM -> "everybody of the team";
      case TENANT -> "an approver or an administrator";
      case PLATFORM -> "an administrator of the platform";
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

  /** {@code for agent triage}, {@code sub-key for customer ACME}; empty for a plain key. */
  static Optional<String> whose(KeyView key) {
    String pinned =
        Stream.of(
                key.attribution().agent().map(name -> "agent " + name),
                key.attribution().customer().map(name -> "customer " + name))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(", "));
    String kind = key.parent().isPresent() ? "sub-key" : "";
    String whose = pinned.isEmpty() ? kind : (kind + " for " + pinned).strip();
    return whose.isEmpty() ? Optional.empty() : Optional.of(whose);
  }

  /** The labels that all its calls are booked under. */
  static Map<String, String> pinned(KeyView key) {
    Map<String, String> pinned = new LinkedHashMap<>();
    key.attribution().agent().ifPresent(name -> pinned.put("Agent", name));
    key.attribution().workflow().ifPresent(name -> pinned.put("Workflow", name));
    key.attribution().customer().ifPresent(name -> pinned.put("Customer", name));
    key.attribution().useCase().ifPresent(name -> pinned.put("Use case", name));
    return pinned;
  }

  static String mayCall(KeyView key) {
    return key.tiers().stream().map(Tier::code).collect(Collectors.joining(", "));
  }

  static String expires(KeyView key, ZoneId zone) {
    return key.expiresAt().map(end -> Formats.date(end, zone)).orElse("with its grants");
  }

  /** What narrows a key beyond its tiers, by name; empty for one that nothing narrows. */
  static Map<String, String> narrowings(KeyScope scope) {
    Map<String, String> parts = new LinkedHashMap<>();
    scope.aliases().ifPresent(list -> parts.put("Aliases", joined(list)));
    scope.providers().ifPresent(list -> parts.put("Providers", joined(list)));
    scope.jurisdictions().ifPresent(list -> parts.put("Jurisdictions", joined(list)));
    scope.networks().ifPresent(some -> parts.put("From networks", joined(some.texts())));
    scope.highest().ifPresent(level -> parts.put("Most sensitive data", level.code()));
    if (scope.labelValues() != KeyScope.USUAL_LABEL_VALUES) {
      parts.put("Values of a label", "at most " + Formats.count(scope.labelValues()));
    }
    return parts;
  }

  /** The same in a few words: {@code narrowed: aliases, from networks}. */
  static String narrowed(KeyScope scope) {
    return "narrowed: " + String.join(", ", narrowings(scope).keySet()).toLowerCase(Locale.ROOT);
  }

  private static String joined(List<String> names) {
    return String.join(", ", names);
  }
}
