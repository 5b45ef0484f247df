package io.marketplace.ui.administration;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.marketplace.model.catalogue.CardSlug;
import io.marketplace.model.kernel.Input;
import io.marketplace.model.routing.PoolModelForm;
import io.marketplace.ui.component.FieldErrors;
import io.marketplace.ui.format.Typed;
import java.util.Optional;

/** A model that a pool serves, with what it charges. */
final class ModelFields extends Div {

  private static final long serialVersionUID = 1L;

  private final TextField name = new TextField("Model, as the pool names it");
  private final TextField context = new TextField("Context, tokens");
  private final TextField card = new TextField("Its card in the catalogue");
  private final PriceFields price;

  ModelFields(FieldErrors errors) {
    addClassName("form");
    price = new PriceFields(errors);
    name.setMaxLength(200);
    name.setRequiredIndicatorVisible(true);
    card.setHelperText(
        "The last part of the model page's address, such as deepseek-v3-2; may be empty.");
    errors
        .map("models.name", name)
        .map("models", name)
        .map("models.contextTokens", context)
        .map("models.card", card);
    Div pair = new Div(context, card);
    pair.addClassName("fit");
    add(name, pair, price);
  }

  PoolModelForm value() {
    Optional<Integer> tokens = tokens("models.contextTokens", context.getValue());
    Optional<CardSlug> slug =
        Optional.of(card.getValue().strip())
            .filter(text -> !text.isEmpty())
            .map(text -> CardSlug.parse("models.card", text));
    return new PoolModelForm(name.getValue(), price.value(), tokens, slug);
  }

  /** A count that fits an {@code int}; empty for nothing typed. */
  static Optional<Integer> tokens(String field, String text) {
    return Typed.count(field, text)
        .map(
            number -> {
              if (number > Integer.MAX_VALUE) {
                throw Input.invalid(field, field + " is too large.");
              }
              return number.intValue();
            });
  }
}
