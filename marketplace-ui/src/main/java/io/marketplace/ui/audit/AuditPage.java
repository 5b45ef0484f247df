package io.marketplace.ui.audit;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.marketplace.model.audit.AuditEvent;
import io.marketplace.model.audit.AuditQueries;
import io.marketplace.model.audit.ExportAudit;
import io.marketplace.model.audit.VerifyAudit;
import io.marketplace.model.kernel.Role;
import io.marketplace.ui.component.AnswerLine;
import io.marketplace.ui.component.LedgerSection;
import io.marketplace.ui.component.Notice;
import io.marketplace.ui.component.PageHead;
import io.marketplace.ui.component.Paged;
import io.marketplace.ui.format.Formats;
import io.marketplace.ui.shell.OpenTo;
import io.marketplace.ui.shell.PortalLayout;
import io.marketplace.ui.shell.Reader;
import io.marketplace.ui.shell.Readers;
import io.marketplace.ui.shell.TenantChoice;
import io.marketplace.ui.shell.Titles;
import jakarta.inject.Inject;
import java.util.List;

/** Who did what, when, and what did it change? */
@Route(value = "audit", layout = PortalLayout.class)
@OpenTo({Role.AUDITOR, Role.TENANT_APPROVER, Role.PLATFORM_ADMIN})
public final class AuditPage extends Div implements HasDynamicTitle, BeforeEnterObserver {

  private static final long serialVersionUID = 1L;

  private static final int PAGE = 50;

  private final transient Reader reader;
  private final transient ExportAudit exports;
  private final PageHead head = new PageHead("Audit log");
  private final AuditSearch search = new AuditSearch(AuditPage::go);
  private final Div rows = new Div();
  private final Paged<AuditEvent> pages;
  private transient AuditAddress address = AuditAddress.of(QueryParameters.empty());

  /** Takes the trail's queries. */
  @Inject
  public AuditPage(
      Readers readers,
      AuditQueries audit,
      ExportAudit exports,
      VerifyAudit verify,
      TenantChoice tenants) {
    this.reader = readers.current();
    this.exports = exports;
    pages =
        new Paged<>(
            PAGE,
            page -> audit.events(reader.viewer(), address.filter(reader.zone()), page),
            this::show);
    tenants.offer(head);
    for (AuditExport form : AuditExport.values()) {
      head.actions(download(form));
    }
    add(head, search);
    add(new LedgerSection("Entries").aside("newest first").with(rows, pages));
    add(new ChainCheck(verify, reader.viewer()));
  }

  private Anchor download(AuditExport form) {
    Anchor link = new Anchor("", "Export as " + form.name());
    link.setHref(
        event -> {
          ExportAudit.Export events =
              exports.export(reader.viewer(), address.filter(reader.zone()));
          event.setFileName(form.file());
          event.setContentType(form.mediaType());
          form.write(events, event.getOutputStream());
        });
    link.addClassName("b");
    return link;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    address = AuditAddress.of(event.getLocation().getQueryParameters());
    search.show(address);
    pages.first();
  }

  private void show(List<AuditEvent> events) {
    head.answer(answer(events));
    rows.removeAll();
    if (!events.isEmpty()) {
      rows.add(AuditTable.of(events, reader.zone()));
    } else if (address.isEmpty()) {
      rows.add(
          Notice.empty(
              "Nothing was done yet",
              "Every change to tenants, access, keys, pools, routes, policies and cards is written here at once, and never changed again."));
    } else {
      rows.add(
          Notice.empty(
              "No entry fits your search",
              "Take a filter away, or choose a longer time.",
              new Anchor("audit", "Drop all filters")));
    }
  }

  private AnswerLine answer(List<AuditEvent> events) {
    if (events.isEmpty()) {
      return new AnswerLine().figure("No entry").say(" fits your search.");
    }
    AuditEvent last = events.getFirst();
    return new AnswerLine()
        .figure(last.author().name())
        .say(address.isEmpty() ? " made the last change, " : " made the last of these changes, ")
        .figure(last.action())
        .say(", on " + Formats.moment(last.at(), reader.zone()) + ".");
  }

  private static void go(AuditAddress to) {
    UI.getCurrent().navigate(AuditPage.class, to.query());
  }

  @Override
  public String getPageTitle() {
    return Titles.of("Audit log");
  }
}
