package io.marketplace.ui.grants;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.textfield.TextArea;
import io.marketplace.model.access.GrantView;
import io.marketplace.model.kernel.Input;
import io.marketplace.ui.component.FieldErrors;
import io.marketplace.ui.component.FormDialog;
import io.marketplace.ui.component.Outcome;
import io.marketplace.ui.format.Formats;
import io.marketplace.ui.shell.Reader;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;

/** What can be done to a grant; each says its effect, when it ends and who sees it. */
final class GrantDialogs {

  private static final int LONGEST_REASON = 500;

  private final Reader reader;
  private final GrantDoor door;
  private final Runnable done;

  /** Calls {@code done} after each step, to show the grants anew. */
  GrantDialogs(Reader reader, GrantDoor door, Runnable done) {
    this.reader = reader;
    this.door = door;
    this.done = done;
  }

  void suspend(GrantView grant) {
    ask(
        grant,
        "Suspend",
        "Within a second every key of "
            + grant.applicationName()
            + " is refused for "
            + grant.tier().code()
            + " with 403 tier_not_granted. It stays so until somebody resumes it; the grant ends "
            + end(grant)
            + " all the same. "
            + told(grant),
        true,
        reason -> door.suspend(reader.actor(), grant.id(), reason),
        "Grant suspended");
  }

  void resume(GrantView grant) {
    ask(
        grant,
        "Resume",
        "Within a second "
            + grant.applicationName()
            + " may call "
            + grant.tier().code()
            + " again with the keys it has, until "
            + end(grant)
            + ". "
            + told(grant),
        false,
        reason -> door.resume(reader.actor(), grant.id(), reason),
        "Grant resumed");
  }

  void revoke(GrantView grant) {
    ask(
        grant,
        "Revoke",
        "The grant ends now, for good. Keys of "
            + grant.applicationName()
            + " are refused for "
            + grant.tier().code()
            + " within a second; to come back, the team must ask again. "
            + told(grant),
        true,
        reason -> door.revoke(reader.actor(), grant.id(), reason),
        "Grant revoked");
  }

  void recertify(GrantView grant) {
    DatePicker until = new DatePicker("Still needed until");
    until.setI18n(new DatePicker.DatePickerI18n().setDateFormat("d MMM yyyy"));
    LocalDate today = LocalDate.now(reader.zone());
    until.setMin(today);
    until.setMax(today.plusYears(5));
    until.setValue(
        grant
            .until()
            .map(at -> LocalDate.ofInstant(at.minusSeconds(1), reader.zone()))
            .filter(day -> day.isAfter(today))
            .orElse(today.plusYears(1)));
    new FormDialog(
            "Recertify " + name(grant),
            "You confirm that the application still needs this. It goes on until the day you choose, and is asked for again within a year. "
                + told(grant),
            new FieldErrors().map("until", until))
        .with(until)
        .open(
            "Recertify grant",
            false,
            () -> {
              LocalDate day =
                  Optional.ofNullable(until.getValue())
                      .orElseThrow(() -> Input.invalid("until", "until must be a day."));
              door.recertify(
                  reader.actor(),
                  grant.id(),
                  day.plusDays(1).atStartOfDay(reader.zone()).toInstant());
              finish("Grant recertified until " + Formats.date(day));
            });
  }

  private void ask(
      GrantView grant,
      String verb,
      String effect,
      boolean ends,
      Consumer<String> step,
      String outcome) {
    TextArea reason = new TextArea("Reason, kept in the audit log");
    reason.setMaxLength(LONGEST_REASON);
    reason.setWidthFull();
    reason.setRequiredIndicatorVisible(verb.equals("Revoke"));
    new FormDialog(verb + " " + name(grant) + "?", effect, new FieldErrors().map("reason", reason))
        .with(reason)
        .open(
            verb + " grant",
            ends,
            () -> {
              step.accept(reason.getValue());
              finish(outcome);
            });
  }

  private void finish(String words) {
    Outcome.done(words);
    done.run();
  }

  private String end(GrantView grant) {
    return grant
        .until()
        .map(at -> "on " + Formats.date(at.minusSeconds(1), reader.zone()))
        .orElse("when it is revoked");
  }

  private static String name(GrantView grant) {
    return grant.tier().code() + " for " + grant.applicationName();
  }

  private static String told(GrantView grant) {
    return "Everybody of " + grant.teamName() + " sees it here, with your reason.";
  }
}
