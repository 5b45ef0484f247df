package io.marketplace.ui.shell;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
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
import org.jspecify.annotations.Nullable;

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

  /**
   * Puts the choice among the actions of {@code head}, where the reader has one. It is one and the
   * same from page to page, so that a choice made while the page of the last one comes is not lost
   * with the page it was made on.
   */
  public void offer(PageHead head) {
    Reader reader = readers.current();
    if (!reader.actor().seesAllTenants()) {
      return;
    }
    UI ui = UI.getCurrent();
    @Nullable TenantSelect kept = ComponentUtil.getData(ui, TenantSelect.class);
    TenantSelect choice = kept == null ? new TenantSelect(this::look) : kept;
    ComponentUtil.setData(ui, TenantSelect.class, choice);
    choice.show(names(reader), reader.looksAt());
    head.actions(choice);
  }

  private void look(Optional<TenantId> tenant) {
    readers.look(tenant);
    UI.getCurrent().refreshCurrentRoute(false);
  }

  /** The tenants in the reader's sight by name, the first 200. */
  public Map<TenantId, String> names(Reader reader) {
    return tenants.tenants(reader.actor(), PageRequest.first(PageRequest.MAX)).items().stream()
        .collect(
            Collectors.toMap(
                TenantView::id, TenantView::name, (one, other) -> one, LinkedHashMap::new));
  }
}
