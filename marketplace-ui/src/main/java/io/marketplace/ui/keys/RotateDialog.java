package io.marketplace.ui.keys;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.keys.IssuedKey;
import io.marketplace.model.keys.KeyView;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.ui.component.Outcome;
import io.marketplace.ui.format.Formats;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

/** Asks how long the old secret works on, and has a new one made. */
final class RotateDialog {

  private static final List<Duration> OVERLAPS =
      List.of(
          Duration.ZERO,
          Duration.ofHours(1),
          Duration.ofDays(1),
          Duration.ofDays(7),
          Duration.ofDays(30));
  private static final Duration USUAL = Duration.ofDays(7);

  private RotateDialog() {}

  static void open(KeyView key, KeyDoor door, ZoneId zone, Runnable done) {
    Dialog dialog = new Dialog();
    dialog.setHeaderTitle("Rotate " + key.name());
    Paragraph effect =
        new Paragraph(
            "A new secret is made and shown once. Until the overlap ends both work and share one limit.");
    RadioButtonGroup<Duration> overlap = new RadioButtonGroup<>("The old secret works on for");
    overlap.addThemeName("vertical");
    overlap.setItems(OVERLAPS);
    overlap.setItemLabelGenerator(RotateDialog::words);
    overlap.setValue(USUAL);
    Div form = new Div(effect, overlap);
    form.addClassName("form");
    dialog.add(form);
    Button rotate = new Button("Rotate key");
    rotate.addThemeName("primary");
    rotate.setDisableOnClick(true);
    rotate.addClickListener(
        event -> {
          dialog.close();
          try {
            IssuedKey issued = door.rotate(key.id(), overlap.getValue().toSeconds());
            String may = key.tiers().stream().map(Tier::code).collect(Collectors.joining(", "));
            String until =
                key.expiresAt().map(end -> Formats.date(end, zone)).orElse("with its grants");
            ShownOnce.open("New secret of " + key.name(), issued.secret(), may, until, done);
          } catch (MarketplaceException e) {
            Outcome.refused(e.sentence());
          }
        });
    dialog.getFooter().add(new Button("Go back", event -> dialog.close()), rotate);
    dialog.open();
  }

  private static String words(Duration overlap) {
    if (overlap.isZero()) {
      return "not at all: it stops now";
    }
    return overlap.toDays() == 0
        ? Formats.counted(overlap.toHours(), "hour", "hours")
        : Formats.counted(overlap.toDays(), "day", "days");
  }
}
