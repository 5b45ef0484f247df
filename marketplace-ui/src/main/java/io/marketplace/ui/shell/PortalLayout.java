package io.marketplace.ui.shell;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import io.marketplace.model.access.AccessQueries;
import io.marketplace.model.kernel.Topic;
import io.marketplace.model.quota.BudgetQueries;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The frame of every page: skip link, drawer, top bar, and the page as the one main landmark. It
 * never fails itself: where nobody can be told to be signed in, it stands with a bare drawer around
 * the page that says why.
 */
@NpmPackage(value = "@fontsource-variable/source-sans-3", version = "5.3.0")
@NpmPackage(value = "@fontsource/ibm-plex-mono", version = "5.3.0")
@CssImport("@fontsource-variable/source-sans-3/wght.css")
@CssImport("@fontsource/ibm-plex-mono/latin-400.css")
@CssImport("@fontsource/ibm-plex-mono/latin-600.css")
@JsModule("./mk-keep-focus.ts")
public final class PortalLayout extends AppLayout implements AfterNavigationObserver {

  private static final long serialVersionUID = 1L;

  private final transient Optional<Reader> reader;
  private final Main page = new Main();
  private final TopBar bar = new TopBar();
  private final NavigationDrawer drawer;
  private final transient AccessQueries requests;
  private final transient LastPage last;

  /** Builds the frame for whoever is signed in. */
  @Inject
  public PortalLayout(
      Readers readers,
      AccessQueries requests,
      BudgetQueries budgets,
      LiveUpdates live,
      LastPage last) {
    this.requests = requests;
    this.last = last;
    reader = found(readers);
    drawer = reader.map(NavigationDrawer::new).orElseGet(NavigationDrawer::new);
    setPrimarySection(Section.DRAWER);
    page.setId("main");
    page.getElement().setAttribute("tabindex", "-1");
    Anchor skip = new Anchor("#main", "Skip to content");
    skip.addClassName("skip");
    skip.setRouterIgnore(true);
    // Against the document's base address the link alone would lead to the home page.
    skip.getElement()
        .executeJs(
            "this.addEventListener('click', event => { event.preventDefault();"
                + " document.getElementById('main').focus({ preventScroll: true });"
                + " window.scrollTo(0, 0); })");
    addToNavbar(skip, bar);
    addToDrawer(drawer);
    setContent(page);
    reader.ifPresent(
        here -> {
          live.follow(this, this::count, Topic.ACCESS);
          live.follow(this, new SignalNotes(budgets, here)::tell, Topic.BUDGETS);
        });
  }

  /** The page that is asked for, or the one of problems, says what is wrong; the frame does not. */
  private static Optional<Reader> found(Readers readers) {
    try {
      return Optional.of(readers.current());
    } catch (RuntimeException e) {
      Incident.log("the frame of the pages", e);
      return Optional.empty();
    }
  }

  @Override
  public void showRouterLayoutContent(HasElement content) {
    page.getElement().removeAllChildren();
    page.getElement().appendChild(content.getElement());
  }

  @Override
  public void removeRouterLayoutContent(HasElement oldContent) {
    page.getElement().removeAllChildren();
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    bar.showAge(Clock.systemUTC().instant(), reader.map(Reader::zone).orElse(ZoneOffset.UTC));
    reader.ifPresent(
        here -> {
          last.used(here, event.getLocation());
          count();
        });
  }

  /** What waits is shown beside the drawer's entries; without an answer nothing is shown. */
  private void count() {
    reader.ifPresent(
        here -> {
          try {
            drawer.show(requests.counts(here.actor()));
          } catch (RuntimeException e) {
            Incident.log("the drawer's counts", e);
          }
        });
  }
}
