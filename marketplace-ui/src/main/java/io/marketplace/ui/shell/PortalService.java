package io.marketplace.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinService;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.ui.component.Outcome;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Sets up what holds for every page: who may open it, what a failure shows, and what happens when
 * the session has ended.
 */
@Singleton
public final class PortalService {

  private final Readers readers;
  private final LastPage last;

  /** Takes what tells who is signed in, and where they were. */
  @Inject
  public PortalService(Readers readers, LastPage last) {
    this.readers = readers;
    this.last = last;
  }

  void start(@Observes ServiceInitEvent event) {
    VaadinService service = event.getSource();
    // An ended session loads the page anew, which leads through sign-in and back to the same
    // address.
    CustomizedSystemMessages messages = new CustomizedSystemMessages();
    messages.setSessionExpiredNotificationEnabled(false);
    service.setSystemMessagesProvider(info -> messages);
    service.addSessionInitListener(
        session -> session.getSession().setErrorHandler(PortalService::failed));
    service.addUIInitListener(ui -> ui.getUI().addBeforeEnterListener(this::admit));
  }

  private void admit(BeforeEnterEvent event) {
    Class<?> page = event.getNavigationTarget();
    boolean restricted = page.isAnnotationPresent(OpenTo.class);
    if (restricted && !Admission.of(readers.current().actor(), page)) {
      event.rerouteToError(new NoPermission(), "");
      return;
    }
    if (restricted || page.isAnnotationPresent(Route.class)) {
      last.insteadOf(event.getLocation()).ifPresent(event::forwardTo);
    }
  }

  private static void failed(ErrorEvent event) {
    Throwable cause = event.getThrowable();
    while (cause.getCause() != null && !(cause instanceof MarketplaceException)) {
      cause = cause.getCause();
    }
    String words =
        cause instanceof MarketplaceException known
            ? known.sentence()
            : "That did not work. Nothing was changed. Name incident "
                + Incident.log("action", event.getThrowable())
                + " if it stays so.";
    if (UI.getCurrent() != null) {
      Outcome.refused(words);
    }
  }
}
