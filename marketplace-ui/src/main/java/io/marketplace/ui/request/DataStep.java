package io.marketplace.ui.request;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import io.marketplace.model.access.RequestTerms;
import io.marketplace.model.kernel.Input;
import io.marketplace.model.policy.Sensitivity;
import io.marketplace.ui.component.FieldErrors;
import java.util.function.Consumer;

/** What for, and the most sensitive data that will be sent. */
final class DataStep extends StepBody {

  private static final long serialVersionUID = 1L;

  private static final int LONGEST = 2_000;

  private final TextArea purpose = new TextArea("Purpose");
  private final RadioButtonGroup<Sensitivity> sensitivity =
      new RadioButtonGroup<>("Most sensitive data you will send");
  private final transient FieldErrors errors =
      new FieldErrors().map("purpose", purpose).map("sensitivity", sensitivity);
  private final transient RequestTerms start;
  private final transient Consumer<RequestTerms> saved;

  DataStep(RequestTerms start, Consumer<RequestTerms> saved) {
    this.start = start;
    this.saved = saved;
    addClassName("form");
    purpose.setValue(start.purpose());
    purpose.setMaxLength(LONGEST);
    purpose.setMinRows(4);
    purpose.setRequiredIndicatorVisible(true);
    purpose.setWidthFull();
    purpose.setHelperText(
        "What it does, for whom, and who checks the answers. The approver reads this first.");
    sensitivity.setItems(Sensitivity.values());
    sensitivity.setRenderer(new ComponentRenderer<>(level -> new Span(words(level))));
    sensitivity.setValue(start.sensitivity());
    purpose.addValueChangeListener(event -> changed(event.isFromClient()));
    sensitivity.addValueChangeListener(event -> changed(event.isFromClient()));
    add(purpose, sensitivity);
  }

  private void changed(boolean byReader) {
    if (byReader) {
      errors.run(() -> saved.accept(terms()));
    }
  }

  @Override
  boolean keep() {
    return errors.run(
        () -> {
          Input.requiredText("purpose", purpose.getValue(), LONGEST);
          saved.accept(terms());
        });
  }

  private RequestTerms terms() {
    Sensitivity level =
        sensitivity.getValue() == null ? start.sensitivity() : sensitivity.getValue();
    return new RequestTerms(
        start.tier(),
        purpose.getValue(),
        level,
        start.expectedRequestsPerMonth(),
        start.budget(),
        start.until());
  }

  static String words(Sensitivity level) {
    return switch (level) {
      case PUBLIC -> "Public: could stand on your website";
      case INTERNAL -> "Internal: would not harm, but is nobody else's business";
      case CONFIDENTIAL -> "Confidential: customers, contracts, people";
      case RESTRICTED -> "Restricted: secrets, health, anything a law singles out";
    };
  }
}
