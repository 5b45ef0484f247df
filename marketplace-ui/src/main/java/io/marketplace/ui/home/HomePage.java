package io.marketplace.ui.home;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.marketplace.model.catalogue.CatalogueQueries;
import io.marketplace.model.catalogue.TierView;
import io.marketplace.model.kernel.Role;
import io.marketplace.ui.component.AnswerLine;
import io.marketplace.ui.component.LedgerSection;
import io.marketplace.ui.component.PageHead;
import io.marketplace.ui.format.Formats;
import io.marketplace.ui.shell.PortalLayout;
import io.marketplace.ui.shell.Reader;
import io.marketplace.ui.shell.Readers;
import io.marketplace.ui.shell.StartPage;
import io.marketplace.ui.shell.Titles;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;

/** What can I call, am I within budget, what needs me? */
@Route(value = "", layout = PortalLayout.class)
public final class HomePage extends Div implements HasDynamicTitle, BeforeEnterObserver {

  private static final long serialVersionUID = 1L;

  private final transient Reader reader;
  private final transient CatalogueQueries catalogue;

  /** Takes the queries the page is composed from. */
  @Inject
  public HomePage(Readers readers, CatalogueQueries catalogue) {
    this.reader = readers.current();
    this.catalogue = catalogue;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    if (!reader.actor().is(Role.DEVELOPER)) {
      StartPage.of(reader.actor()).filter(path -> !path.isEmpty()).ifPresent(event::forwardTo);
      return;
    }
    removeAll();
    List<TierView> tiers = catalogue.tiers(reader.actor());
    Anchor request = new Anchor("requests/new", "Request access");
    request.addClassNames("b", "p");
    add(
        new PageHead(Formats.weekday(LocalDate.now(reader.zone())) + ", " + reader.place())
            .answer(answer(tiers))
            .actions(request));
    Div page =
        new Div(new LedgerSection("What you can call").columns(8).with(new CallableTiers(tiers)));
    page.addClassName("g");
    add(page);
  }

  private static AnswerLine answer(List<TierView> tiers) {
    long open = tiers.stream().filter(TierView::access).count();
    return new AnswerLine()
        .say("You can call ")
        .figure(open + " of " + tiers.size() + " tiers")
        .say(" now.");
  }

  @Override
  public String getPageTitle() {
    return Titles.of("Home");
  }
}
