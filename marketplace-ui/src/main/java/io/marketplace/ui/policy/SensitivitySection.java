package io.marketplace.ui.policy;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.policy.SensitivityName;
import io.marketplace.ui.component.DataTable;
import io.marketplace.ui.component.FieldErrors;
import io.marketplace.ui.component.FormDialog;
import io.marketplace.ui.component.LedgerSection;
import io.marketplace.ui.component.Outcome;
import io.marketplace.ui.format.Formats;
import io.marketplace.ui.shell.Reader;
import java.util.Arrays;
import java.util.List;

/** What the sensitivities are called, and what callers may say in place of their codes. */
final class SensitivitySection extends Div {

  private static final long serialVersionUID = 1L;

  private final transient Reader reader;
  private final transient PolicyDoor door;
  private final transient Runnable done;

  /** {@code done} is called when one got another name. */
  SensitivitySection(Reader reader, PolicyDoor door, List<SensitivityName> names, Runnable done) {
    this.reader = reader;
    this.door = door;
    this.done = done;
    DataTable<SensitivityName> table =
        new DataTable<SensitivityName>("Sensitivities in rising order")
            .words("Code", name -> name.rank().code())
            .words("Name", SensitivityName::name)
            .parts("Which data", name -> said(name.description()))
            .parts("Callers may also say", name -> said(String.join(", ", name.words())));
    if (reader.actor().is(Role.PLATFORM_ADMIN)) {
      table.parts("", this::rename);
    }
    table.show(names);
    add(
        new LedgerSection("Sensitivities")
            .aside("four ranks; their names and words are yours")
            .with(table));
  }

  private static Paragraph said(String words) {
    Paragraph said = new Paragraph(words.isEmpty() ? Formats.UNKNOWN : words);
    said.addClassName("said");
    return said;
  }

  private Button rename(SensitivityName name) {
    Button button = new Button("Rename", event -> ask(name));
    button.addThemeName("small");
    button.setAriaLabel("Rename " + name.rank().code());
    return button;
  }

  private void ask(SensitivityName seen) {
    TextField name = new TextField("Name");
    name.setMaxLength(40);
    name.setValue(seen.name());
    TextArea description = new TextArea("Which data");
    description.setMaxLength(500);
    description.setValue(seen.description());
    TextField words = new TextField("Callers may also say");
    words.setMaxLength(1_000);
    words.setHelperText("Parted by commas. A class between two ranks is a word of the higher one.");
    words.setValue(String.join(", ", seen.words()));
    FieldErrors errors =
        new FieldErrors().map("name", name).map("description", description).map("words", words);
    new FormDialog(
            "Rename " + seen.rank().code(),
            "The code stays. Gateways take the words from the next second on.",
            errors)
        .with(name, description, words)
        .open(
            "Rename",
            false,
            () -> {
              door.name(
                  reader.actor(),
                  seen,
                  name.getValue(),
                  description.getValue(),
                  Arrays.stream(words.getValue().split(",", -1))
                      .map(String::strip)
                      .filter(word -> !word.isEmpty())
                      .toList());
              Outcome.done("Sensitivity renamed");
              done.run();
            });
  }
}
