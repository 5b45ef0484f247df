package io.marketplace.ui.administration;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.marketplace.model.kernel.Input;
import io.marketplace.model.quota.CallPriority;
import io.marketplace.model.quota.LimitTerms;
import io.marketplace.ui.component.FieldErrors;
import io.marketplace.ui.format.Typed;
import java.util.Optional;
import java.util.stream.Stream;

/** What a limit says; an empty field does not limit. */
final class LimitFields extends Div {

  private static final long serialVersionUID = 1L;

  private final TextField requests = new TextField("Requests a minute");
  private final TextField tokens = new TextField("Tokens a minute");
  private final TextField concurrency = new TextField("Calls at a time");
  private final Select<CallPriority> priority = new Select<>();

  LimitFields(FieldErrors errors) {
    addClassName("form");
    requests.setPlaceholder("not limited");
    tokens.setPlaceholder("not limited");
    concurrency.setPlaceholder("not limited");
    tokens.setHelperText("Prompt and answer together.");
    priority.setLabel("Priority");
    priority.setItems(CallPriority.values());
    priority.setEmptySelectionAllowed(true);
    priority.setEmptySelectionCaption("as the call says");
    priority.setItemLabelGenerator(
        value -> value == null ? "as the call says" : "at most " + value.code());
    priority.setHelperText(
        "Batch and background calls yield to interactive ones when a pool nears its capacity.");
    errors
        .map("requestsPerMinute", requests)
        .map("tokensPerMinute", tokens)
        .map("concurrency", concurrency)
        .map("priority", priority);
    Div numbers = new Div(requests, tokens, concurrency);
    numbers.addClassName("fit");
    add(numbers, priority);
  }

  void show(LimitTerms terms) {
    requests.setValue(terms.requestsPerMinute().map(String::valueOf).orElse(""));
    tokens.setValue(terms.tokensPerMinute().map(String::valueOf).orElse(""));
    concurrency.setValue(terms.concurrency().map(String::valueOf).orElse(""));
    terms.priority().ifPresent(priority::setValue);
  }

  /**
   * What was typed.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code invalid_request_error} naming
   *     the field
   */
  LimitTerms value() {
    boolean nothing =
        Stream.of(requests, tokens, concurrency).allMatch(field -> field.getValue().isBlank())
            && priority.isEmpty();
    if (nothing) {
      throw Input.invalid(
          "requestsPerMinute", "requestsPerMinute or another of these must be said.");
    }
    return new LimitTerms(
        Typed.count("requestsPerMinute", requests.getValue()),
        Typed.count("tokensPerMinute", tokens.getValue()),
        Typed.count("concurrency", concurrency.getValue()).map(LimitFields::small),
        Optional.ofNullable(priority.getValue()));
  }

  private static Integer small(long count) {
    if (count > Integer.MAX_VALUE) {
      throw Input.invalid("concurrency", "concurrency is larger than any pool.");
    }
    return (int) count;
  }
}
