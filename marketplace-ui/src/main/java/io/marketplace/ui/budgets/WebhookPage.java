package io.marketplace.ui.budgets;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.marketplace.model.kernel.Page;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.kernel.Topic;
import io.marketplace.model.keys.KeyQueries;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.quota.Delivery;
import io.marketplace.model.quota.Webhook;
import io.marketplace.model.quota.WebhookSender;
import io.marketplace.model.tenant.TenantQueries;
import io.marketplace.ui.component.AnswerLine;
import io.marketplace.ui.component.Code;
import io.marketplace.ui.component.DataTable;
import io.marketplace.ui.component.KeyValues;
import io.marketplace.ui.component.LedgerSection;
import io.marketplace.ui.component.Notice;
import io.marketplace.ui.component.Outcome;
import io.marketplace.ui.component.PageHead;
import io.marketplace.ui.component.Paged;
import io.marketplace.ui.component.Small;
import io.marketplace.ui.component.State;
import io.marketplace.ui.format.Formats;
import io.marketplace.ui.shell.LiveUpdates;
import io.marketplace.ui.shell.OpenTo;
import io.marketplace.ui.shell.PortalLayout;
import io.marketplace.ui.shell.Reader;
import io.marketplace.ui.shell.Readers;
import io.marketplace.ui.shell.TenantChoice;
import io.marketplace.ui.shell.Titles;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where is the tenant told of its budgets' signals, and do they arrive? */
@OpenTo({Role.TENANT_APPROVER, Role.PLATFORM_ADMIN})
@Route(value = "webhook", layout = PortalLayout.class)
public final class WebhookPage extends Div implements HasDynamicTitle, BeforeEnterObserver {

  private static final long serialVersionUID = 1L;

  private static final int PAGE = 10;

  private final transient Reader reader;
  private final transient WebhookDoor door;
  private final transient TenantQueries tenants;
  private final transient KeyQueries keys;
  private final transient Optional<TenantId> tenant;
  private final PageHead head = new PageHead("Webhook");
  private final Div acts = new Div();
  private final Div place = new Div();
  private final Div rows = new Div();
  private final LedgerSection where = new LedgerSection("Where they go").columns(4);
  private final Div body;
  private transient Optional<Webhook> webhook = Optional.empty();
  private final Paged<Delivery> pages;

  /** Takes what is read of webhooks and done to them, and what names budgets' things. */
  @Inject
  public WebhookPage(
      Readers readers,
      WebhookDoor door,
      TenantQueries tenants,
      KeyQueries keys,
      TenantChoice choice,
      LiveUpdates live) {
    this.reader = readers.current();
    this.door = door;
    this.tenants = tenants;
    this.keys = keys;
    this.tenant = reader.looksAt().or(reader.actor()::tenant);
    this.pages = new Paged<>(PAGE, this::read, this::show);
    body =
        new Div(
            new LedgerSection("Deliveries")
                .columns(8)
                .aside("newest first; tried again with growing pauses for about a day")
                .with(rows, pages),
            where.with(place));
    body.addClassName("g");
    choice.offer(head);
    acts.addClassName("acts");
    head.actions(acts);
    add(head, body);
    live.follow(this, this::refresh, Topic.BUDGETS);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    refresh();
  }

  private void refresh() {
    if (tenant.isEmpty()) {
      head.answer(new AnswerLine().say("Each tenant has a ").figure("webhook").say(" of its own."));
      body.removeAll();
      body.add(
          Notice.empty(
              "Choose a tenant",
              "Choose above whose webhook to show. The tenant's approvers can set it too."));
      return;
    }
    Optional<Webhook> now = door.read(reader.actor(), tenant.get());
    // a button that is replaced while it is pressed does nothing
    if (acts.getComponentCount() == 0 || !now.equals(webhook)) {
      redraw(tenant.get(), now);
    }
    pages.reload();
  }

  private void redraw(TenantId whose, Optional<Webhook> now) {
    webhook = now;
    head.answer(answer(now));
    acts.removeAll();
    actions(whose, now);
    place.removeAll();
    now.ifPresent(set -> place.add(facts(set)));
    where.setVisible(now.isPresent());
  }

  private static AnswerLine answer(Optional<Webhook> webhook) {
    AnswerLine line = new AnswerLine();
    return webhook
        .map(set -> line.say("Signals of budgets go to ").figure(host(set)).say("."))
        .orElseGet(() -> line.figure("Nobody").say(" is told of signals of budgets."));
  }

  private void actions(TenantId whose, Optional<Webhook> webhook) {
    WebhookDialogs dialogs = new WebhookDialogs(reader, door, whose, this::refresh);
    Button main =
        new Button(
            webhook.isEmpty() ? "Set webhook" : "Change address",
            event -> webhook.ifPresentOrElse(dialogs::change, dialogs::set));
    main.addThemeName("primary");
    webhook.ifPresent(
        set -> {
          Button remove = new Button("Remove", event -> dialogs.remove());
          remove.addThemeName("error");
          Button test = new Button("Send a test");
          test.setDisableOnClick(true);
          test.addClickListener(
              event -> {
                test(whose);
                test.setEnabled(true);
              });
          acts.add(remove, new Button("New secret", event -> dialogs.newSecret(set)), test);
        });
    acts.add(main);
  }

  private void test(TenantId whose) {
    try {
      WebhookSender.Sent sent = door.test(reader.actor(), whose);
      if (sent.arrived()) {
        Outcome.done("Test arrived, " + sent.answer());
      } else {
        Outcome.refused("The test did not arrive: " + sent.answer() + ".");
      }
    } catch (MarketplaceException removedMeanwhile) {
      Outcome.refused(removedMeanwhile.sentence());
    }
  }

  private KeyValues facts(Webhook webhook) {
    return new KeyValues()
        .row("Address", new Code(shortened(webhook)))
        .row("Signed with", "a secret that was shown once")
        .row("Set by", webhook.updatedBy())
        .row("Set on", Formats.moment(webhook.updatedAt(), reader.zone()));
  }

  private static String host(Webhook webhook) {
    return URI.create(webhook.url()).getAuthority();
  }

  /** Path and query may hold a token: not for every glance at the page. */
  private static String shortened(Webhook webhook) {
    URI url = URI.create(webhook.url());
    String bare = url.getScheme() + "://" + url.getAuthority();
    return webhook.url().length() > bare.length() + 1 ? bare + "/…" : bare;
  }

  private Page<Delivery> read(PageRequest page) {
    return door.deliveries(reader.actor(), tenant.orElseThrow(), page);
  }

  private void show(List<Delivery> found) {
    rows.removeAll();
    if (found.isEmpty()) {
      rows.add(
          webhook.isPresent()
              ? Notice.empty(
                  "Nothing was told yet",
                  "As soon as a budget crosses its soft mark or is used up, it stands here whether the receiver took it. Send a test to see that it would.")
              : Notice.empty(
                  "No webhook is set",
                  "Set one, and soft marks and used-up budgets are posted to it within seconds. They stand on the page Budgets in any case."));
      return;
    }
    BudgetPlaces places = new BudgetPlaces(reader.viewer(), tenants, keys);
    DataTable<Delivery> table =
        new DataTable<Delivery>("Signals and whether the webhook took them")
            .parts("Whose", delivery -> BudgetSignals.whose(places, delivery.signal()))
            .parts("What", delivery -> BudgetSignals.what(delivery.signal()))
            .words("When", delivery -> Formats.moment(delivery.signal().at(), reader.zone()))
            .parts("Delivery", this::state)
            .figures("Tries", delivery -> Formats.count(delivery.attempts()));
    table.show(found);
    rows.add(table);
  }

  private Component state(Delivery delivery) {
    State state =
        switch (delivery.state()) {
          case DELIVERED -> State.good("Delivered");
          case WAITING -> State.waiting("On its way");
          case GIVEN_UP -> State.trouble("Given up");
        };
    Span two = new Span(state, new Small(words(delivery)));
    two.addClassName("two");
    return two;
  }

  private String words(Delivery delivery) {
    String answer = delivery.answer().map(said -> said + ", ").orElse("");
    return switch (delivery.state()) {
      case DELIVERED -> answer + moment(delivery.deliveredAt());
      case WAITING -> answer + "tried next " + moment(delivery.nextAt());
      case GIVEN_UP -> answer + moment(delivery.givenUpAt());
    };
  }

  private String moment(Optional<Instant> at) {
    return at.map(when -> Formats.moment(when, reader.zone())).orElse(Formats.UNKNOWN);
  }

  @Override
  public String getPageTitle() {
    return Titles.of("Webhook");
  }
}
