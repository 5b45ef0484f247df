package io.marketplace.model.policy;

import io.marketplace.model.audit.AuditEntry;
import io.marketplace.model.audit.AuditTrail;
import io.marketplace.model.audit.Author;
import io.marketplace.model.audit.Facts;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Input;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.Scope;
import io.marketplace.model.kernel.Work;
import io.marketplace.model.problem.MarketplaceException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** A platform administrator says what a sensitivity is called in the enterprise. */
@Singleton
public final class NameSensitivity {

  private static final int MAX_WORDS = 20;
  private static final Pattern WORD = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

  private final Work work;
  private final SensitivityNames names;
  private final AuditTrail audit;

  /** Works on {@code names}. */
  @Inject
  public NameSensitivity(Work work, SensitivityNames names, AuditTrail audit) {
    this.work = work;
    this.names = names;
    this.audit = audit;
  }

  /**
   * Names a sensitivity; the gateways take its words within a second.
   *
   * @param words what callers may say in place of the code, whatever the case
   * @param version the version the change was made on; empty: whatever is in force
   * @throws MarketplaceException {@code forbidden}, {@code invalid_request_error} (also for a word
   *     that stands for another sensitivity), or {@code conflict} if it was changed meanwhile
   */
  public SensitivityName name(
      Actor actor,
      Sensitivity rank,
      String name,
      String description,
      List<String> words,
      OptionalInt version) {
    actor.require(Role.PLATFORM_ADMIN);
    String line = Input.line("name", name, 40);
    String text = Input.text("description", description, 500);
    List<String> checked = check(words);
    return work.in(
        Scope.PLATFORM,
        () -> {
          List<SensitivityName> all = names.all();
          SensitivityName before = of(all, rank);
          all.stream().filter(one -> one.rank() != rank).forEach(one -> mustDiffer(checked, one));
          SensitivityName told =
              new SensitivityName(rank, line, text, checked, version.orElse(before.version()));
          names.change(told);
          SensitivityName after = of(names.all(), rank);
          audit.record(
              new AuditEntry(
                  Optional.empty(),
                  Author.of(actor),
                  "sensitivity.named",
                  "sensitivity",
                  rank.code(),
                  facts(before),
                  facts(after)));
          return after;
        });
  }

  private static SensitivityName of(List<SensitivityName> all, Sensitivity rank) {
    return all.stream().filter(one -> one.rank() == rank).findFirst().orElseThrow();
  }

  private static List<String> check(List<String> words) {
    if (words.size() > MAX_WORDS) {
      throw Input.invalid("words", "words must be at most " + MAX_WORDS + ".");
    }
    TreeSet<String> checked = new TreeSet<>();
    for (String word : words) {
      String lower = Input.line("words", word, 40).toLowerCase(Locale.ROOT);
      if (!WORD.matcher(lower).matches()) {
        throw Input.invalid("words", "words must be letters, digits and hyphens: " + lower);
      }
      if (Sensitivity.of(lower).isPresent()) {
        throw Input.invalid("words", "words must not hold one of the four codes: " + lower);
      }
      checked.add(lower);
    }
    return new ArrayList<>(checked);
  }

  private static void mustDiffer(List<String> words, SensitivityName other) {
    words.stream()
        .filter(other.words()::contains)
        .findFirst()
        .ifPresent(
            word -> {
              throw Input.invalid(
                  "words",
                  "words must stand for one sensitivity; "
                      + word
                      + " is a word of "
                      + other.rank().code()
                      + ".");
            });
  }

  private static Facts facts(SensitivityName name) {
    return Facts.of("name", name.name())
        .with("description", name.description())
        .with("words", String.join(", ", name.words()))
        .with("version", name.version());
  }
}
