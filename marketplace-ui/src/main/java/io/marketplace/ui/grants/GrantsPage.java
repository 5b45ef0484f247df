package io.marketplace.ui.grants;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.marketplace.model.access.AccessQueries;
import io.marketplace.model.access.GrantFilter;
import io.marketplace.model.access.GrantView;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.Topic;
import io.marketplace.ui.component.AnswerLine;
import io.marketplace.ui.component.LedgerSection;
import io.marketplace.ui.component.Notice;
import io.marketplace.ui.component.PageHead;
import io.marketplace.ui.component.Paged;
import io.marketplace.ui.format.Formats;
import io.marketplace.ui.shell.LiveUpdates;
import io.marketplace.ui.shell.OpenTo;
import io.marketplace.ui.shell.PortalLayout;
import io.marketplace.ui.shell.Reader;
import io.marketplace.ui.shell.Readers;
import io.marketplace.ui.shell.TenantChoice;
import io.marketplace.ui.shell.Titles;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** Who may call what, until when, and what stops it? */
@Route(value = "grants", layout = PortalLayout.class)
@OpenTo({Role.TENANT_APPROVER, Role.PLATFORM_ADMIN, Role.DEVELOPER, Role.AUDITOR})
public final class GrantsPage extends Div implements HasDynamicTitle, BeforeEnterObserver {

  private static final long serialVersionUID = 1L;

  private static final int PAGE = 25;
  private static final int LONGEST_TEXT = 80;

  private final transient Reader reader;
  private final transient AccessQueries grants;
  private final PageHead head = new PageHead("Grants");
  private final TextField text = new TextField("Application");
  private final Select<GrantChoice> choice = new Select<>();
  private final Div rows = new Div();
  private final GrantTable table;
  private final Paged<GrantView> pages;

  /** Takes the queries and the use cases of a grant. */
  @Inject
  public GrantsPage(
      Readers readers,
      AccessQueries grants,
      GrantDoor door,
      TenantChoice tenants,
      LiveUpdates live) {
    this.reader = readers.current();
    this.grants = grants;
    pages = new Paged<>(PAGE, page -> grants.grants(reader.viewer(), filter(), page), this::show);
    boolean acts =
        reader.actor().is(Role.TENANT_APPROVER) || reader.actor().is(Role.PLATFORM_ADMIN);
    table = new GrantTable(reader, acts, new GrantDialogs(reader, door, pages::reload));
    tenants.offer(head);
    add(head, filters(), new LedgerSection("Grants").aside("spent since the 1st, UTC").with(rows));
    add(pages);
    live.follow(this, pages::reload, Topic.ACCESS);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    pages.first();
  }

  private Component filters() {
    text.setMaxLength(LONGEST_TEXT);
    text.setClearButtonVisible(true);
    text.setValueChangeMode(ValueChangeMode.LAZY);
    text.addValueChangeListener(event -> pages.first());
    choice.setLabel("Show");
    choice.setItems(GrantChoice.values());
    choice.setItemLabelGenerator(GrantChoice::words);
    choice.setValue(GrantChoice.OPEN);
    choice.addValueChangeListener(event -> pages.first());
    Div filters = new Div(text, choice);
    filters.addClassName("filters");
    return filters;
  }

  private GrantFilter filter() {
    return choice.getValue().filter(text.getValue(), Clock.systemUTC().instant());
  }

  private void show(List<GrantView> found) {
    long ending =
        grants
            .grants(
                reader.viewer(),
                GrantChoice.ENDING.filter("", Clock.systemUTC().instant()),
                PageRequest.first(100))
            .items()
            .size();
    head.answer(answer(ending));
    rows.removeAll();
    rows.add(found.isEmpty() ? nothing() : table.of(found));
  }

  private AnswerLine answer(long ending) {
    if (ending == 0) {
      return new AnswerLine().figure("No grant").say(" ends or wants recertifying within 30 days.");
    }
    String many = ending >= 100 ? "100 grants or more" : Formats.counted(ending, "grant", "grants");
    return new AnswerLine()
        .figure(many)
        .say(
            ending == 1
                ? " ends or wants recertifying within 30 days."
                : " end or want recertifying within 30 days.");
  }

  private Notice nothing() {
    if (!text.getValue().isBlank()) {
      return Notice.empty(
          "No grant fits",
          "No application's name holds these letters. Empty the field “Application” to see the others.");
    }
    return switch (choice.getValue()) {
      case OPEN ->
          Notice.empty(
              "No grant yet",
              "A grant opens a tier for an application. It comes of a request that an approver has approved.",
              new Anchor("catalogue", "Open the catalogue"));
      case ENDING ->
          Notice.empty(
              "Nothing ends soon",
              "Grants that end or want recertifying within 30 days would stand here.");
      case ENDED ->
          Notice.empty(
              "No grant has ended", "Revoked and expired grants stay here, with the reason.");
    };
  }

  @Override
  public String getPageTitle() {
    return Titles.of("Grants");
  }
}
