package io.marketplace.ui.home;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.marketplace.model.access.RequestView;
import io.marketplace.model.catalogue.TierView;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.Topic;
import io.marketplace.model.keys.KeyView;
import io.marketplace.ui.component.AnswerLine;
import io.marketplace.ui.component.Bold;
import io.marketplace.ui.component.Code;
import io.marketplace.ui.component.LedgerSection;
import io.marketplace.ui.component.Notice;
import io.marketplace.ui.component.PageHead;
import io.marketplace.ui.component.State;
import io.marketplace.ui.component.TierMark;
import io.marketplace.ui.format.Formats;
import io.marketplace.ui.request.RequestRail;
import io.marketplace.ui.shell.LiveUpdates;
import io.marketplace.ui.shell.PortalLayout;
import io.marketplace.ui.shell.Reader;
import io.marketplace.ui.shell.Readers;
import io.marketplace.ui.shell.StartPage;
import io.marketplace.ui.shell.Titles;
import jakarta.inject.Inject;
import java.time.LocalDate;

/** What can I call, am I within budget, what needs me? */
@Route(value = "", layout = PortalLayout.class)
public final class HomePage extends Div implements HasDynamicTitle, BeforeEnterObserver {

  private static final long serialVersionUID = 1L;

  private final transient Reader reader;
  private final transient Glance glance;

  /** Takes what the page is composed from, and what tells of changes. */
  @Inject
  public HomePage(Readers readers, Glance glance, LiveUpdates live) {
    this.reader = readers.current();
    this.glance = glance;
    if (reader.actor().is(Role.DEVELOPER)) {
      live.follow(this, this::show, Topic.ACCESS, Topic.KEYS, Topic.ROUTING, Topic.CATALOGUE);
    }
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    if (reader.actor().is(Role.DEVELOPER)) {
      show();
    } else {
      StartPage.of(reader.actor()).filter(path -> !path.isEmpty()).ifPresent(event::forwardTo);
    }
  }

  private void show() {
    Glance.View now = glance.at(reader.actor());
    removeAll();
    Anchor request = new Anchor("requests/new", "Request access");
    request.addClassNames("b", "p");
    add(
        new PageHead(Formats.weekday(LocalDate.now(reader.zone())) + ", " + reader.place())
            .answer(answer(now))
            .actions(request));
    Div page =
        new Div(
            new LedgerSection("What you can call")
                .aside(keysLink(now))
                .columns(8)
                .with(new CallableTiers(now.tiers())),
            now.budget().section().columns(4),
            side("c5", requests(now), keys(now)),
            side("c7", NewsSection.of(now.news(), reader.zone())));
    page.addClassName("g");
    add(page);
  }

  private static Div side(String columns, LedgerSection... sections) {
    Div side = new Div(sections);
    side.addClassNames(columns, "stack");
    return side;
  }

  private static AnswerLine answer(Glance.View now) {
    long open = now.tiers().stream().filter(TierView::access).count();
    AnswerLine line =
        new AnswerLine()
            .say("You can call ")
            .figure(open + " of " + now.tiers().size() + " tiers")
            .say(" now.");
    if (open == 0) {
      return line.say(" Ask for the first one: an approver of your tenant decides.");
    }
    if (now.keys().isEmpty()) {
      return line.say(" No key is live yet: create one, and call.");
    }
    return line.say(" ")
        .figure(Formats.headline(now.budget().spent()))
        .say(
            " of "
                + Formats.headline(now.budget().budget())
                + " is spent, and the month should close near ")
        .figure(Formats.headline(now.budget().forecast()))
        .say(".");
  }

  private static Anchor keysLink(Glance.View now) {
    int live = now.keys().size();
    Anchor link =
        new Anchor(
            "keys",
            live == 0
                ? "Create a key"
                : (now.moreKeys() ? "More than " : "") + Formats.counted(live, "key", "keys"));
    link.addClassName("note");
    return link;
  }

  private LedgerSection requests(Glance.View now) {
    Anchor all = new Anchor("requests", "All requests");
    all.addClassName("note");
    LedgerSection section = new LedgerSection("My requests").aside(all);
    if (now.requests().isEmpty()) {
      Anchor ask = new Anchor("requests/new", "Request access");
      ask.addClassNames("b");
      return section.with(
          Notice.empty(
              "No requests yet",
              "A request opens a tier of models to one of your applications.",
              ask));
    }
    UnorderedList list = new UnorderedList();
    list.addClassName("li");
    boolean first = true;
    for (RequestView request : now.requests()) {
      if (first && request.state().isOpen()) {
        section.with(box(request));
      } else {
        list.add(line(request));
      }
      first = false;
    }
    return section.with(list);
  }

  private Div box(RequestView request) {
    Span name = new Span(new TierMark(request.terms().tier().code()), link(request));
    name.addClassName("tw");
    Span number = new Span(RequestRail.number(request));
    number.addClassName("note");
    Div head = new Div(name, number);
    head.addClassName("boxhead");
    Div box = new Div(head, RequestRail.of(request, reader.zone()));
    box.addClassName("box");
    return box;
  }

  private ListItem line(RequestView request) {
    Span note =
        new Span(
            RequestRail.number(request) + ", " + Formats.date(request.updatedAt(), reader.zone()));
    note.addClassName("note");
    Span two = new Span(link(request), note);
    two.addClassName("two");
    return new ListItem(two, RequestRail.state(request));
  }

  private static Anchor link(RequestView request) {
    Anchor link =
        new Anchor(
            "requests/" + request.id(),
            new Bold(request.terms().tier().code() + " for " + request.applicationName()));
    link.addClassName("ink");
    return link;
  }

  private LedgerSection keys(Glance.View now) {
    LedgerSection section = new LedgerSection("Keys").aside("newest first");
    if (now.keys().isEmpty()) {
      Anchor open = new Anchor("keys", "Open keys");
      open.addClassName("b");
      return section.with(
          Notice.empty(
              "No live key", "A key lets an application call the tiers it was granted.", open));
    }
    UnorderedList list = new UnorderedList();
    list.addClassName("li");
    for (KeyView key : now.keys().stream().limit(Glance.SHOWN).toList()) {
      Span hint =
          new Span(
              new Code(key.current().map(secret -> secret.hint()).orElse("")),
              new Span(key.name() + ", " + key.applicationName()));
      hint.addClassName("two");
      State state = key.old().isPresent() ? State.waiting("In rotation") : State.good("Live");
      list.add(new ListItem(hint, state));
    }
    return section.with(list);
  }

  @Override
  public String getPageTitle() {
    return Titles.of("Home");
  }
}
