package io.marketplace.ui.administration;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.Topic;
import io.marketplace.model.quota.LimitFilter;
import io.marketplace.model.quota.LimitUse;
import io.marketplace.model.quota.LimitView;
import io.marketplace.ui.component.AnswerLine;
import io.marketplace.ui.component.DataTable;
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
import java.util.List;
import java.util.Optional;

/** Who may call how often, and who is being held back right now? */
@Route(value = "limits", layout = PortalLayout.class)
@OpenTo({Role.PLATFORM_ADMIN, Role.TENANT_APPROVER, Role.AUDITOR, Role.DEVELOPER})
public final class LimitsPage extends Div implements HasDynamicTitle, BeforeEnterObserver {

  private static final long serialVersionUID = 1L;

  private static final int PAGE = 25;

  private final transient Reader reader;
  private final transient LimitDialogs dialogs;
  private final PageHead head = new PageHead("Limits");
  private final TextField text = new TextField("Name");
  private final Select<String> type = new Select<>();
  private final Div rows = new Div();
  private final Paged<LimitView> pages;

  /** Takes what is read of limits and what is done to them. */
  @Inject
  public LimitsPage(Readers readers, LimitDoor door, TenantChoice tenants, LiveUpdates live) {
    this.reader = readers.current();
    pages = new Paged<>(PAGE, page -> door.limits(reader.viewer(), filter(), page), this::show);
    this.dialogs = new LimitDialogs(door, reader.actor(), pages::reload);
    tenants.offer(head);
    if (writes()) {
      Button set = new Button("Set limit", event -> dialogs.set());
      set.addThemeName("primary");
      head.actions(set);
    }
    text.setClearButtonVisible(true);
    text.setValueChangeMode(ValueChangeMode.LAZY);
    text.addValueChangeListener(event -> pages.first());
    type.setLabel("Limits the calls of a");
    type.setItems("tenant", "team", "application", "key");
    type.setEmptySelectionAllowed(true);
    type.setEmptySelectionCaption("anything");
    type.setItemLabelGenerator(value -> value == null ? "anything" : value);
    type.addValueChangeListener(event -> pages.first());
    Div filters = new Div(text, type);
    filters.addClassName("filters");
    add(
        head,
        new LedgerSection("Limits in force")
            .aside("use within the last minute, of all gateways")
            .with(filters, rows, pages));
    live.follow(this, pages::reload, Topic.LIMITS);
  }

  private boolean writes() {
    return reader.actor().is(Role.PLATFORM_ADMIN) || reader.actor().is(Role.TENANT_APPROVER);
  }

  private LimitFilter filter() {
    return new LimitFilter(
        Optional.ofNullable(type.getValue()),
        Optional.empty(),
        Optional.of(text.getValue().strip()).filter(typed -> !typed.isEmpty()));
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    pages.first();
  }

  private void show(List<LimitView> limits) {
    head.answer(answer(limits));
    rows.removeAll();
    if (limits.isEmpty()) {
      rows.add(empty());
      return;
    }
    DataTable<LimitView> table =
        new DataTable<LimitView>("Limits: whose, how much, how far used")
            .parts("Limits", LimitWords::scope)
            .parts("Tier", LimitWords::tier)
            .parts(
                "Requests a minute",
                view ->
                    LimitWords.used(
                        view,
                        view.limit().terms().requestsPerMinute(),
                        LimitUse::requests,
                        "requests a minute"))
            .parts(
                "Tokens a minute",
                view ->
                    LimitWords.used(
                        view,
                        view.limit().terms().tokensPerMinute(),
                        LimitUse::tokens,
                        "tokens a minute"))
            .parts(
                "Calls at a time",
                view ->
                    LimitWords.used(
                        view,
                        view.limit().terms().concurrency().map(Integer::longValue),
                        LimitUse::inFlight,
                        "calls at a time"))
            .words("Priority", LimitWords::priority)
            .parts("Refused", LimitWords::refused)
            .words("Set by", view -> view.limit().owner().code());
    if (writes()) {
      table.parts("", this::actions);
    }
    table.show(limits);
    rows.add(table);
  }

  private AnswerLine answer(List<LimitView> limits) {
    long holding =
        limits.stream().filter(view -> view.use().filter(u -> u.refused() > 0).isPresent()).count();
    if (limits.isEmpty()) {
      return new AnswerLine()
          .figure("No limit")
          .say(filter().equals(LimitFilter.ALL) ? " holds calls back." : " fits the search.");
    }
    AnswerLine answer =
        new AnswerLine()
            .figure(Formats.counted(limits.size(), "limit", "limits"))
            .say(limits.size() == 1 ? " is shown; " : " are shown; ");
    return holding == 0
        ? answer.say("none refused a call within the last minute.")
        : answer.figure(Formats.count(holding)).say(" refused calls within the last minute.");
  }

  private Component empty() {
    if (!filter().equals(LimitFilter.ALL)) {
      return Notice.empty("No limit matches", "Clear the name or choose anything above.");
    }
    return Notice.empty(
        "No limit yet",
        writes()
            ? "A limit holds the calls of a key, application, team or tenant to so many requests, tokens or calls at a time, and says whether they yield to urgent ones. Without one only budgets and the pools' capacity hold calls back."
            : "Your approver or the platform can set one. Until then only budgets and the pools' capacity hold calls back.");
  }

  private Component actions(LimitView view) {
    Div actions = new Div();
    actions.addClassName("acts");
    if (dialogs.mayChange(view.limit())) {
      Button change = new Button("Change", event -> dialogs.change(view));
      change.addThemeName("small");
      change.setAriaLabel("Change the limit of " + view.scopeName());
      actions.add(change);
    }
    if (dialogs.mayEnd(view.limit())) {
      Button end = new Button("End", event -> dialogs.end(view));
      end.addThemeName("small");
      end.setAriaLabel("End the limit of " + view.scopeName());
      actions.add(end);
    }
    return actions.getComponentCount() == 0 ? new Span() : actions;
  }

  @Override
  public String getPageTitle() {
    return Titles.of("Limits");
  }
}
