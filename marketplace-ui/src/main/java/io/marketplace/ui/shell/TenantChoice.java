package io.marketplace.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.select.Select;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.tenant.TenantQueries;
import io.marketplace.model.tenant.TenantView;
import io.marketplace.ui.component.PageHead;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Lets people above the tenants look at one of them, on the pages of what belongs to tenants. The
 * choice holds for the session; those pages read as {@link Reader#viewer()}.
 */
@Singleton
public final class TenantChoice {

  private final Readers readers;
  private final TenantQueries tenants;

  /** Takes what names the tenants, and who looks. */
  @Inject
  public TenantChoice(Readers readers, TenantQueries tenants) {
    this.readers = readers;
    this.tenants = tenants;
  }

  /** Puts the choice among the actions of {@code head}, where the reader has one. */
  public void offer(PageHead head) {
    Reader reader = readers.current();
    if (!reader.actor().seesAllTenants()) {
      return;
    }
    Map<TenantId, String> names = names(reader);
    Select<TenantId> choice = new Select<>();
    choice.setAriaLabel("Tenant");
    choice.addClassName("tenant");
    choice.setItems(names.keySet());
    choice.setEmptySelectionAllowed(true);
    choice.setEmptySelectionCaption(Readers.ALL_TENANTS);
    choice.setItemLabelGenerator(
        tenant ->
            tenant == null ? Readers.ALL_TENANTS : names.getOrDefault(tenant, "A former tenant"));
    reader.looksAt().filter(names::containsKey).ifPresent(choice::setValue);
    choice.addValueChangeListener(
        event -> {
          if (event.isFromClient()) {
            readers.look(Optional.ofNullable(event.getValue()));
            UI.getCurrent().refreshCurrentRoute(false);
          }
        });
    head.actions(choice);
  }

  /** The tenants in the reader's sight by name, the first 200. */
  public Map<TenantId, String> names(Reader reader) {
    return tenants.tenants(reader.actor(), PageRequest.first(PageRequest.MAX)).items().stream()
        .collect(
            Collectors.toMap(
                TenantView::id, TenantView::name, (one, other) -> one, LinkedHashMap::new));
  }
}
