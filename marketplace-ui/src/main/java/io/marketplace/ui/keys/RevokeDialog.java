package io.marketplace.ui.keys;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import io.marketplace.model.keys.KeyFilter;
import io.marketplace.model.keys.KeyView;
import io.marketplace.model.keys.Sighting;
import io.marketplace.model.tenant.ApplicationView;
import io.marketplace.ui.component.DataTable;
import io.marketplace.ui.component.FieldErrors;
import io.marketplace.ui.component.Notice;
import io.marketplace.ui.component.Outcome;
import io.marketplace.ui.format.Formats;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Ends many keys in two steps: what a search finds is shown first, and exactly that is revoked. */
final class RevokeDialog {

  /** More rows than this say no more than their number. */
  private static final int SHOWN = 50;

  private final KeyDoor door;
  private final ZoneId zone;
  private final Runnable done;
  private final Dialog dialog = new Dialog();
  private final ComboBox<ApplicationView> application = new ComboBox<>("Application");
  private final TextField name = new TextField("Name holds");
  private final TextField agent = new TextField("Agent");
  private final TextField customer = new TextField("Customer");
  private final DatePicker before = new DatePicker("Created before");
  private final DatePicker unused = new DatePicker("Not used since");
  private final TextField reason = new TextField("Reason");
  private final Div found = new Div();
  private final Button revoke = new Button("Revoke keys");
  private final FieldErrors errors =
      new FieldErrors().map("filter", name).map("reason", reason).map("name", name);

  /** What the table shows; anything else in the fields needs another look. */
  private transient Optional<Looked> looked = Optional.empty();

  private record Looked(KeyFilter filter, Sighting seen) {}

  RevokeDialog(KeyDoor door, ZoneId zone, Runnable done) {
    this.door = door;
    this.zone = zone;
    this.done = done;
  }

  void open() {
    dialog.setHeaderTitle("Revoke several keys");
    dialog.addClassName("wide");
    application.setItems(
        query ->
            door.applications(query.getFilter().orElse("")).stream()
                .skip(query.getOffset())
                .limit(query.getLimit()));
    application.setItemLabelGenerator(view -> view.name() + ", " + view.teamName());
    application.setClearButtonVisible(true);
    name.setMaxLength(80);
    agent.setMaxLength(120);
    customer.setMaxLength(120);
    reason.setMaxLength(500);
    for (DatePicker field : List.of(before, unused)) {
      field.setI18n(new DatePicker.DatePickerI18n().setDateFormat("d MMM yyyy"));
      field.setClearButtonVisible(true);
      field.addValueChangeListener(event -> forget());
    }
    application.addValueChangeListener(event -> forget());
    List.of(name, agent, customer)
        .forEach(field -> field.addValueChangeListener(event -> forget()));
    Div fields = new Div(application, name, agent, customer, before, unused);
    fields.addClassName("fit");
    found.getElement().setAttribute("aria-live", "polite");
    Div form =
        new Div(
            new Paragraph("Look first. Nothing ends before you have seen which keys it is."),
            fields,
            reason,
            found);
    form.addClassName("form");
    dialog.add(form);
    Button look = new Button("Show the keys", event -> errors.run(this::look));
    look.addThemeName("primary");
    revoke.addThemeName("error");
    revoke.setDisableOnClick(true);
    revoke.addClickListener(event -> end());
    forget();
    dialog.getFooter().add(new Button("Go back", event -> dialog.close()), look, revoke);
    dialog.open();
  }

  private void forget() {
    looked = Optional.empty();
    found.removeAll();
    revoke.setText("Revoke keys");
    revoke.setEnabled(false);
  }

  private void look() {
    forget();
    KeyFilter filter = filter();
    Sighting seen = door.look(filter);
    if (seen.keys().isEmpty()) {
      found.add(
          Notice.empty(
              "No live key fits", "Keys that others run or that have stopped are not listed."));
      return;
    }
    looked = Optional.of(new Looked(filter, seen));
    DataTable<KeyView> table =
        new DataTable<KeyView>("Keys that would be revoked")
            .words("Key", key -> key.name() + ", " + KeyWords.hint(key))
            .words("Application", KeyView::applicationName)
            .words("Created", key -> Formats.date(key.createdAt(), zone))
            .words("Last used", key -> KeyWords.lastUse(key, zone))
            .figures("Sub-keys", key -> Formats.count(key.subKeys()));
    table.show(seen.keys().stream().limit(SHOWN).toList());
    found.add(table);
    if (seen.keys().size() > SHOWN) {
      found.add(new Paragraph("and " + (seen.keys().size() - SHOWN) + " more."));
    }
    revoke.setText("Revoke " + Formats.counted(seen.keys().size(), "key", "keys"));
    revoke.setEnabled(true);
  }

  private void end() {
    looked.ifPresent(
        one -> {
          boolean ended =
              errors.run(
                  () -> {
                    int count =
                        door.revoke(one.filter(), one.seen().token(), reason.getValue()).size();
                    Outcome.done(Formats.counted(count, "key", "keys") + " revoked");
                  });
          if (ended) {
            dialog.close();
            done.run();
          } else {
            forget();
          }
        });
  }

  private KeyFilter filter() {
    return new KeyFilter(
        Set.of(),
        Optional.ofNullable(application.getValue()).map(ApplicationView::id),
        Optional.empty(),
        Optional.empty(),
        typed(name),
        Optional.empty(),
        typed(agent),
        typed(customer),
        Optional.ofNullable(before.getValue()).map(this::start),
        Optional.ofNullable(unused.getValue()).map(this::start));
  }

  private Instant start(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  private static Optional<String> typed(TextField field) {
    return Optional.of(field.getValue().strip()).filter(text -> !text.isEmpty());
  }
}
