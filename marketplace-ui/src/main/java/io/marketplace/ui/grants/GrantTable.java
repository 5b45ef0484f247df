package io.marketplace.ui.grants;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.marketplace.model.access.GrantState;
import io.marketplace.model.access.GrantView;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.ui.component.Bold;
import io.marketplace.ui.component.DataTable;
import io.marketplace.ui.component.Small;
import io.marketplace.ui.component.State;
import io.marketplace.ui.component.TierMark;
import io.marketplace.ui.format.Formats;
import io.marketplace.ui.shell.Reader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The grants as rows, with what the reader may do to each. */
final class GrantTable {

  private static final Duration SOON = Duration.ofDays(30);

  private final Reader reader;
  private final boolean acts;
  private final GrantDialogs dialogs;

  GrantTable(Reader reader, boolean acts, GrantDialogs dialogs) {
    this.reader = reader;
    this.acts = acts;
    this.dialogs = dialogs;
  }

  DataTable<GrantView> of(List<GrantView> grants) {
    DataTable<GrantView> table =
        new DataTable<GrantView>("Grants: application, tier, budget, end, state")
            .parts("Application", GrantTable::application)
            .parts("Tier", grant -> TierMark.beside(grant.tier().code(), grant.tier().code()))
            .words("Data up to", grant -> grant.sensitivity().code())
            .figures("Spent, $", grant -> Formats.amount(grant.spentThisMonth()))
            .figures("Cap, $ a month", grant -> Formats.amount(grant.budget()))
            .figures("Used", grant -> used(grant.spentThisMonth(), grant.budget()))
            .parts("Until", this::until)
            .parts("State", this::state);
    if (acts) {
      table.parts("", this::actions);
    }
    table.show(grants);
    return table;
  }

  private static Component application(GrantView grant) {
    Span name =
        new Span(
            new Bold(grant.applicationName()),
            new Small(grant.teamName() + ", " + grant.tenantName()));
    name.addClassName("two");
    return name;
  }

  private static String used(NanoUsd spent, NanoUsd cap) {
    return cap.value() == 0
        ? Formats.IMPOSSIBLE
        : Formats.share((double) spent.value() / cap.value());
  }

  private Component until(GrantView grant) {
    Instant now = Clock.systemUTC().instant();
    String end =
        grant.until().map(at -> Formats.date(at.minusSeconds(1), reader.zone())).orElse("no end");
    boolean ends = grant.until().filter(at -> at.isBefore(now.plus(SOON))).isPresent();
    boolean asks = grant.recertifyBy().filter(at -> at.isBefore(now.plus(SOON))).isPresent();
    if (!grant.state().isOpen() || !(ends || asks)) {
      return new Span(end);
    }
    Span words =
        new Span(
            new Span(end), State.warning(ends ? "Ends soon" : "Recertify by " + recertify(grant)));
    words.addClassName("two");
    return words;
  }

  private String recertify(GrantView grant) {
    return grant.recertifyBy().map(at -> Formats.date(at, reader.zone())).orElse(Formats.UNKNOWN);
  }

  private Component state(GrantView grant) {
    State state =
        switch (grant.state()) {
          case ACTIVE -> State.good("Active");
          case SUSPENDED -> State.warning("Suspended");
          case REVOKED -> State.trouble("Revoked");
          case EXPIRED -> State.nothing("Expired");
        };
    if (grant.stateReason().isEmpty()) {
      return state;
    }
    Span words = new Span(state, new Small(grant.stateReason()));
    words.addClassNames("two", "why");
    return words;
  }

  private Component actions(GrantView grant) {
    Div actions = new Div();
    actions.addClassName("acts");
    if (grant.state() == GrantState.ACTIVE) {
      actions.add(button("Recertify", grant, () -> dialogs.recertify(grant)));
      actions.add(button("Suspend", grant, () -> dialogs.suspend(grant)));
    }
    if (grant.state() == GrantState.SUSPENDED) {
      actions.add(button("Resume", grant, () -> dialogs.resume(grant)));
    }
    if (grant.state().isOpen()) {
      actions.add(button("Revoke", grant, () -> dialogs.revoke(grant)));
    } else {
      actions.add(new Anchor("audit?type=grant&id=" + grant.id(), "History"));
    }
    return actions;
  }

  private static Button button(String verb, GrantView grant, Runnable action) {
    Button button = new Button(verb, event -> action.run());
    button.addThemeName("small");
    button.setAriaLabel(verb + " " + grant.tier().code() + " for " + grant.applicationName());
    return button;
  }
}
