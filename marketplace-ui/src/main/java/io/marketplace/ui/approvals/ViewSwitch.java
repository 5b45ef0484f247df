package io.marketplace.ui.approvals;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import io.marketplace.ui.format.Formats;

/** Turns between what waits, what is open and what was decided. */
final class ViewSwitch extends Div {

  private static final long serialVersionUID = 1L;

  ViewSwitch() {
    addClassName("seg");
    getElement().setAttribute("role", "group").setAttribute("aria-label", "Which requests");
  }

  void show(InboxView now, long waiting) {
    removeAll();
    for (InboxView view : InboxView.values()) {
      String count = view == InboxView.WAITING ? " " + Formats.count(waiting) : "";
      RouterLink link = new RouterLink(view.title() + count, InboxPage.class);
      link.setQueryParameters(QueryParameters.of("view", view.code()));
      if (view == now) {
        link.getElement().setAttribute("aria-current", "true");
      }
      add(link);
    }
  }
}
