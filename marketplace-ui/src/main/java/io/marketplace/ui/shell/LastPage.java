package io.marketplace.ui.shell;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.server.VaadinSession;
import io.marketplace.model.tenant.KeepStartPage;
import io.marketplace.model.tenant.TenantQueries;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * The page of the drawer that the reader used last: after sign-in the portal opens there. Only the
 * bare address of the portal leads there, and only once a session, so that links and the entry Home
 * go where they say.
 */
@Singleton
final class LastPage {

  private static final Logger LOG = Logger.getLogger(LastPage.class.getName());
  private static final String LAST = LastPage.class.getName();

  private final Readers readers;
  private final TenantQueries tenants;
  private final KeepStartPage keeping;

  @Inject
  LastPage(Readers readers, TenantQueries tenants, KeepStartPage keeping) {
    this.readers = readers;
    this.tenants = tenants;
    this.keeping = keeping;
  }

  /**
   * Where the session's first page should be instead of {@code asked}; empty where it should not be
   * elsewhere.
   */
  Optional<String> insteadOf(Location asked) {
    VaadinSession session = VaadinSession.getCurrent();
    if (session.getAttribute(LAST) != null) {
      return Optional.empty();
    }
    Reader reader = readers.current();
    String last = kept(reader);
    session.setAttribute(LAST, last);
    return Optional.of(last)
        .filter(
            path ->
                asked.getPath().isEmpty() && asked.getQueryParameters().getParameters().isEmpty())
        .filter(path -> !path.isEmpty() && entries(reader).contains(path));
  }

  /** Keeps {@code page} if it is an entry of the reader's drawer and not the one kept already. */
  void used(Reader reader, Location page) {
    String path = page.getFirstSegment();
    VaadinSession session = VaadinSession.getCurrent();
    if (!entries(reader).contains(path) || Objects.equals(session.getAttribute(LAST), path)) {
      return;
    }
    session.setAttribute(LAST, path);
    try {
      keeping.keep(reader.actor(), path);
    } catch (RuntimeException e) {
      // The page is open; where the next session starts is not worth an error on it.
      LOG.log(Level.WARNING, "the start page was not kept", e);
    }
  }

  private String kept(Reader reader) {
    try {
      return tenants.startPage(reader.actor()).orElse("");
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "the start page was not read", e);
      return "";
    }
  }

  private static Set<String> entries(Reader reader) {
    return Destination.of(reader.actor()).stream()
        .map(Destination::path)
        .collect(Collectors.toUnmodifiableSet());
  }
}
