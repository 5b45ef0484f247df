package io.marketplace.ui.request;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import io.marketplace.model.access.RequestTerms;
import io.marketplace.model.kernel.Input;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.ui.component.FieldErrors;
import io.marketplace.ui.format.Formats;
import io.marketplace.ui.format.Typed;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;

/** How much, how dear at the most, and until when. */
final class VolumeStep extends StepBody {

  private static final long serialVersionUID = 1L;

  private final TextField requests = new TextField("Requests a month");
  private final TextField cap = new TextField("Monthly cap, $");
  private final DatePicker until = new DatePicker("Needed until");
  private final transient FieldErrors errors =
      new FieldErrors()
          .map("expectedRequestsPerMonth", requests)
          .map("budgetUsd", cap)
          .map("until", until);
  private final transient RequestTerms start;
  private final transient Consumer<RequestTerms> saved;
  private final ZoneId zone;

  VolumeStep(RequestTerms start, ZoneId zone, Consumer<RequestTerms> saved) {
    this.start = start;
    this.zone = zone;
    this.saved = saved;
    addClassName("form");
    requests.setValue(start.expectedRequestsPerMonth().map(Formats::count).orElse(""));
    requests.setHelperText("Your best guess. It makes the forecast; it limits nothing.");
    if (start.budget().value() > 0) {
      cap.setValue(start.budget().toDollars());
    }
    cap.setPrefixComponent(new Span("$"));
    cap.setHelperText("A month. Calls that would go beyond it are refused.");
    cap.setRequiredIndicatorVisible(true);
    until.setValue(
        start.until().map(end -> LocalDate.ofInstant(end.minusSeconds(1), zone)).orElse(null));
    until.setMin(LocalDate.now(zone).plusDays(1));
    until.setMax(LocalDate.now(zone).plusYears(5));
    until.setHelperText("Empty: until it is revoked.");
    until.setI18n(new DatePicker.DatePickerI18n().setDateFormat("d MMM yyyy"));
    requests.addValueChangeListener(event -> changed(event.isFromClient()));
    cap.addValueChangeListener(event -> changed(event.isFromClient()));
    until.addValueChangeListener(event -> changed(event.isFromClient()));
    Div pair = new Div(requests, until);
    pair.addClassName("pair");
    cap.setWidthFull();
    add(pair, cap);
  }

  private void changed(boolean byReader) {
    if (byReader) {
      errors.run(
          () ->
              saved.accept(terms(cap.isEmpty() ? Optional.of(start.budget()) : Optional.empty())));
    }
  }

  @Override
  boolean keep() {
    return errors.run(
        () -> {
          RequestTerms terms = terms(Optional.empty());
          if (terms.budget().value() == 0) {
            throw Input.invalid(
                "budgetUsd", "budgetUsd must be more than nothing: every call costs something.");
          }
          saved.accept(terms);
        });
  }

  private RequestTerms terms(Optional<NanoUsd> known) {
    return new RequestTerms(
        start.tier(),
        start.purpose(),
        start.sensitivity(),
        Typed.count("expectedRequestsPerMonth", requests.getValue()),
        known.orElseGet(() -> Typed.dollars("budgetUsd", cap.getValue())),
        Optional.ofNullable(until.getValue())
            .map(day -> day.plusDays(1).atStartOfDay(zone).toInstant()));
  }
}
