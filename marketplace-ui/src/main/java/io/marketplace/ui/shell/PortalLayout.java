package io.marketplace.ui.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import io.marketplace.model.access.AccessQueries;
import jakarta.inject.Inject;
import java.time.Clock;

/** The frame of every page: skip link, drawer, top bar, and the page as the one main landmark. */
@NpmPackage(value = "@fontsource-variable/source-sans-3", version = "5.3.0")
@NpmPackage(value = "@fontsource/ibm-plex-mono", version = "5.3.0")
@CssImport("@fontsource-variable/source-sans-3/wght.css")
@CssImport("@fontsource/ibm-plex-mono/latin-400.css")
@CssImport("@fontsource/ibm-plex-mono/latin-600.css")
public final class PortalLayout extends AppLayout implements AfterNavigationObserver {

  private static final long serialVersionUID = 1L;

  private final transient Reader reader;
  private final Main page = new Main();
  private final TopBar bar = new TopBar();
  private final NavigationDrawer drawer;
  private final transient AccessQueries requests;
  private final transient LiveUpdates live;

  /** Builds the frame for whoever is signed in. */
  @Inject
  public PortalLayout(Readers readers, AccessQueries requests, LiveUpdates live) {
    reader = readers.current();
    this.requests = requests;
    this.live = live;
    drawer = new NavigationDrawer(reader);
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
    bar.showAge(Clock.systemUTC().instant(), reader.zone());
    count();
  }

  @Override
  protected void onAttach(AttachEvent event) {
    super.onAttach(event);
    live.follow(event.getUI(), this, "access", this::count);
  }

  @Override
  protected void onDetach(DetachEvent event) {
    live.leave(this);
    super.onDetach(event);
  }

  private void count() {
    drawer.show(requests.counts(reader.actor()));
  }
}
