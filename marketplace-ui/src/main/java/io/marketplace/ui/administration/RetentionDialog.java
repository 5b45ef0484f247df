package io.marketplace.ui.administration;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.marketplace.model.kernel.Input;
import io.marketplace.model.metering.RetentionDays;
import io.marketplace.model.metering.RetentionPreview;
import io.marketplace.model.metering.RetentionView;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.ui.component.FieldErrors;
import io.marketplace.ui.component.FormDialog;
import io.marketplace.ui.format.Formats;
import io.marketplace.ui.shell.Reader;
import java.time.ZoneOffset;
import java.util.Optional;

/** Sets how long calls stay, and says before that what would go. */
final class RetentionDialog {

  private final Reader reader;
  private final RetentionDoor door;
  private final RetentionView seen;
  private final TextField days = new TextField("Days");
  private final Checkbox forEver = new Checkbox("Keep them for ever");
  private final Paragraph effect = new Paragraph();

  private RetentionDialog(Reader reader, RetentionDoor door, RetentionView seen) {
    this.reader = reader;
    this.door = door;
    this.seen = seen;
    days.setHelperText(
        "From "
            + RetentionDays.LEAST
            + ", six months, which the law asks for, to "
            + Formats.count(RetentionDays.MOST)
            + ".");
    days.setValue(
        Integer.toString(seen.days().map(RetentionDays::value).orElse(2 * RetentionDays.LEAST)));
    days.setValueChangeMode(ValueChangeMode.LAZY);
    days.addValueChangeListener(event -> tell());
    forEver.setValue(seen.days().isEmpty());
    forEver.addValueChangeListener(event -> tell());
    effect.getElement().setAttribute("role", "status");
    tell();
  }

  static void open(Reader reader, RetentionDoor door, RetentionView seen, Runnable done) {
    RetentionDialog dialog = new RetentionDialog(reader, door, seen);
    new FormDialog(
            "How long calls of " + seen.tenantName() + " stay",
            "What is older is removed within a day, one by one, and does not come back. Sums by the hour, budgets and reconciliations stay as they are.",
            new FieldErrors().map("days", dialog.days))
        .with(dialog.forEver, dialog.days, dialog.effect)
        .open(
            "Set retention",
            true,
            () -> {
              door.set(reader.actor(), seen, dialog.value());
              done.run();
            });
  }

  private Optional<RetentionDays> value() {
    if (forEver.getValue()) {
      return Optional.empty();
    }
    String typed = days.getValue().strip();
    if (!typed.matches("[0-9]{1,5}")) {
      throw Input.invalid("days", "days must be a whole number.");
    }
    return Optional.of(new RetentionDays(Integer.parseInt(typed)));
  }

  private void tell() {
    days.setEnabled(!forEver.getValue());
    effect.setText(words());
  }

  private String words() {
    try {
      return value()
          .map(asked -> words(door.preview(reader.actor(), seen.tenant(), asked)))
          .orElse("Nothing would be removed.");
    } catch (MarketplaceException refusal) {
      // said beside the field when it is sent; until then somebody may still be typing
      return "";
    }
  }

  static String words(RetentionPreview preview) {
    String kept = Formats.date(preview.keptFrom(), ZoneOffset.UTC);
    return preview
        .oldest()
        .map(
            oldest ->
                Formats.counted(preview.calls(), "call", "calls")
                    + " before "
                    + kept
                    + " would be removed, the oldest of "
                    + Formats.date(oldest)
                    + ".")
        .orElse("Nothing would be removed: no call is from before " + kept + ".");
  }
}
