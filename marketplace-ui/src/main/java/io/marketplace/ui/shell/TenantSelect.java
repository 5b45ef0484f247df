package io.marketplace.ui.shell;

import com.vaadin.flow.component.select.Select;
import io.marketplace.model.kernel.TenantId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** One of the tenants, or all of them. */
final class TenantSelect extends Select<TenantId> {

  private static final long serialVersionUID = 1L;

  private final transient Map<TenantId, String> names = new LinkedHashMap<>();

  /** Tells {@code chosen} of each choice that a person makes. */
  TenantSelect(Consumer<Optional<TenantId>> chosen) {
    setAriaLabel("Tenant");
    addClassName("tenant");
    setEmptySelectionAllowed(true);
    setEmptySelectionCaption(Readers.ALL_TENANTS);
    setItemLabelGenerator(
        tenant ->
            tenant == null ? Readers.ALL_TENANTS : names.getOrDefault(tenant, "A former tenant"));
    addValueChangeListener(
        event -> {
          if (event.isFromClient()) {
            chosen.accept(Optional.ofNullable(event.getValue()));
          }
        });
  }

  /** Offers these tenants, of which {@code chosen} is looked at. */
  void show(Map<TenantId, String> tenants, Optional<TenantId> chosen) {
    if (!names.equals(tenants)) {
      names.clear();
      names.putAll(tenants);
      setItems(tenants.keySet());
    }
    setValue(chosen.filter(tenants::containsKey).orElse(null));
  }
}
