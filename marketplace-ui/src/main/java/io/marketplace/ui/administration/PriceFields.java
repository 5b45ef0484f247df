package io.marketplace.ui.administration;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.routing.Price;
import io.marketplace.model.routing.PriceExtras;
import io.marketplace.model.routing.PriceForm;
import io.marketplace.ui.component.FieldErrors;
import io.marketplace.ui.format.Typed;
import java.util.Optional;

/** A price: per million tokens of each kind, for an image, for a request. */
final class PriceFields extends Div {

  private static final long serialVersionUID = 1L;

  private final TextField prompt = new TextField("Input, $ per 1M");
  private final TextField cached = new TextField("Cached input, $ per 1M");
  private final TextField completion = new TextField("Output, $ per 1M");
  private final TextField reasoning = new TextField("Reasoning, $ per 1M");
  private final TextField image = new TextField("An image, $");
  private final TextField request = new TextField("A request, $");

  PriceFields(FieldErrors errors) {
    addClassName("fit");
    cached.setHelperText("Empty: as any other input.");
    errors
        .map("promptUsdPerMillion", prompt)
        .map("cachedPromptUsdPerMillion", cached)
        .map("completionUsdPerMillion", completion)
        .map("reasoningUsdPerMillion", reasoning)
        .map("imageUsd", image)
        .map("requestUsd", request);
    reasoning.setHelperText("Empty: as any other output.");
    add(prompt, cached, completion, reasoning, image, request);
  }

  void show(Price price) {
    prompt.setValue(price.promptPerMillion().toDollars());
    price.cachedPromptPerMillion().ifPresent(amount -> cached.setValue(amount.toDollars()));
    completion.setValue(price.completionPerMillion().toDollars());
    PriceExtras extras = price.extras();
    extras.reasoningPerMillion().ifPresent(amount -> reasoning.setValue(amount.toDollars()));
    extras.perImage().ifPresent(amount -> image.setValue(amount.toDollars()));
    extras.perRequest().ifPresent(amount -> request.setValue(amount.toDollars()));
  }

  PriceForm value() {
    return new PriceForm(
        Typed.dollars("promptUsdPerMillion", prompt.getValue()),
        optional("cachedPromptUsdPerMillion", cached),
        Typed.dollars("completionUsdPerMillion", completion.getValue()),
        new PriceExtras(
            optional("reasoningUsdPerMillion", reasoning),
            optional("imageUsd", image),
            optional("requestUsd", request)));
  }

  private static Optional<NanoUsd> optional(String name, TextField field) {
    return Optional.of(field.getValue().strip())
        .filter(text -> !text.isEmpty())
        .map(text -> Typed.dollars(name, text));
  }
}
