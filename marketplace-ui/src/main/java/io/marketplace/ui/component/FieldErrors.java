package io.marketplace.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import io.marketplace.model.problem.MarketplaceException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts a refusal beside the field that caused it. Use cases name fields as the control API does; a
 * form says which is which.
 */
public final class FieldErrors {

  private final Map<String, HasValidation> fields = new LinkedHashMap<>();

  /** Says that {@code field} is what the use cases call {@code name}. */
  public FieldErrors map(String name, HasValidation field) {
    fields.put(name, field);
    return this;
  }

  /** Takes all complaints away. */
  public void clear() {
    fields.values().forEach(field -> field.setInvalid(false));
  }

  /**
   * Complains at the field at fault and moves the focus there; what no field caused is said at the
   * foot of the page.
   */
  public void show(MarketplaceException refusal) {
    Optional<HasValidation> field = refusal.field().map(fields::get);
    if (field.isEmpty()) {
      Outcome.refused(refusal.sentence());
      return;
    }
    String sentence = refusal.sentence().replaceFirst("^" + refusal.field().orElse(""), "This");
    field.get().setErrorMessage(sentence);
    field.get().setInvalid(true);
    if (field.get() instanceof Component component && component instanceof Focusable<?> focus) {
      focus.focus();
    }
  }

  /** Runs {@code action} and shows what it refuses; whether it went through. */
  public boolean run(Runnable action) {
    clear();
    @Nullable MarketplaceException refusal = null;
    try {
      action.run();
    } catch (MarketplaceException e) {
      refusal = e;
    }
    if (refusal != null) {
      show(refusal);
    }
    return refusal == null;
  }
}
