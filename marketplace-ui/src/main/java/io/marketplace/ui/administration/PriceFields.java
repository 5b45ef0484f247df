package io.marketplace.ui.administration;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.marketplace.model.routing.Price;
import io.marketplace.model.routing.PriceForm;
import io.marketplace.ui.component.FieldErrors;
import io.marketplace.ui.format.Typed;
import java.util.Optional;

/** A price per million tokens: prompt, cached prompt, completion. */
final class PriceFields extends Div {

  private static final long serialVersionUID = 1L;

  private final TextField prompt = new TextField("Input, $ per 1M");
  private final TextField cached = new TextField("Cached input, $ per 1M");
  private final TextField completion = new TextField("Output, $ per 1M");

  PriceFields(FieldErrors errors) {
    addClassName("fit");
    cached.setHelperText("Empty: as any other input.");
    errors
        .map("promptUsdPerMillion", prompt)
        .map("cachedPromptUsdPerMillion", cached)
        .map("completionUsdPerMillion", completion);
    add(prompt, cached, completion);
  }

  void show(Price price) {
    prompt.setValue(price.promptPerMillion().toDollars());
    price.cachedPromptPerMillion().ifPresent(amount -> cached.setValue(amount.toDollars()));
    completion.setValue(price.completionPerMillion().toDollars());
  }

  PriceForm value() {
    return new PriceForm(
        Typed.dollars("promptUsdPerMillion", prompt.getValue()),
        Optional.of(cached.getValue().strip())
            .filter(text -> !text.isEmpty())
            .map(text -> Typed.dollars("cachedPromptUsdPerMillion", text)),
        Typed.dollars("completionUsdPerMillion", completion.getValue()));
  }
}
