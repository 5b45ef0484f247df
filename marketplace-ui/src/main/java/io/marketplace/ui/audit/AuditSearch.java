package io.marketplace.ui.audit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The fields of the search. */
final class AuditSearch extends Div {

  private static final long serialVersionUID = 1L;

  /** The kinds of actions; each is the beginning of its actions' names. */
  private static final List<String> ACTIONS =
      List.of(
          "access.",
          "application.",
          "audit.",
          "budget.",
          "card.",
          "grant.",
          "key.",
          "limit.",
          "person.",
          "policy.",
          "pool.",
          "price.",
          "provider.",
          "route.",
          "team.",
          "tenant.");

  private final TextField text = new TextField("Any value");
  private final TextField actor = new TextField("Who");
  private final ComboBox<String> action = new ComboBox<>("Action begins with");
  private final TextField id = new TextField("Thing's identifier");
  private final DatePicker from = new DatePicker("From");
  private final DatePicker to = new DatePicker("To");
  private final transient Consumer<AuditAddress> changed;
  private transient Optional<String> type = Optional.empty();

  /** Tells {@code changed} the new search when the reader changes it. */
  AuditSearch(Consumer<AuditAddress> changed) {
    this.changed = changed;
    addClassName("filters");
    action.setItems(ACTIONS);
    action.setAllowCustomValue(true);
    action.setClearButtonVisible(true);
    action.addCustomValueSetListener(event -> action.setValue(event.getDetail()));
    for (TextField field : List.of(text, actor, id)) {
      field.setMaxLength(AuditAddress.LONGEST);
      field.setClearButtonVisible(true);
      field.setValueChangeMode(ValueChangeMode.LAZY);
      field.addValueChangeListener(event -> search(event.isFromClient()));
    }
    action.addValueChangeListener(event -> search(event.isFromClient()));
    for (DatePicker field : List.of(from, to)) {
      field.setI18n(new DatePicker.DatePickerI18n().setDateFormat("d MMM yyyy"));
      field.setClearButtonVisible(true);
      field.addValueChangeListener(event -> search(event.isFromClient()));
    }
    Button all = new Button("Drop all filters");
    all.addClickListener(event -> changed.accept(AuditAddress.of(QueryParameters.empty())));
    all.addThemeName("tertiary");
    add(text, actor, action, id, from, to, all);
  }

  /** Shows the search that the address holds. */
  void show(AuditAddress address) {
    type = address.type();
    set(text, address.text());
    set(actor, address.actor());
    set(id, address.id());
    if (!address.action().equals(Optional.ofNullable(action.getValue()))) {
      address.action().ifPresentOrElse(action::setValue, action::clear);
    }
    address.from().ifPresentOrElse(from::setValue, from::clear);
    address.to().ifPresentOrElse(to::setValue, to::clear);
  }

  private void search(boolean byReader) {
    if (byReader) {
      Optional<String> thing = typed(id);
      changed.accept(
          new AuditAddress(
              typed(actor),
              Optional.ofNullable(action.getValue()).map(String::strip).filter(v -> !v.isEmpty()),
              thing.flatMap(one -> type),
              thing,
              Optional.ofNullable(from.getValue()),
              Optional.ofNullable(to.getValue()),
              typed(text)));
    }
  }

  private static void set(TextField field, Optional<String> value) {
    if (!field.getValue().strip().equals(value.orElse(""))) {
      field.setValue(value.orElse(""));
    }
  }

  private static Optional<String> typed(TextField field) {
    return Optional.of(field.getValue().strip()).filter(value -> !value.isEmpty());
  }
}
