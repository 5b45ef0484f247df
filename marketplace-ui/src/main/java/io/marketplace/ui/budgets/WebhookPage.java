package io.marketplace.ui.budgets;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.kernel.Topic;
import io.marketplace.model.keys.KeyQueries;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.quota.Webhook;
import io.marketplace.model.quota.WebhookSender;
import io.marketplace.model.tenant.TenantQueries;
import io.marketplace.ui.component.AnswerLine;
import io.marketplace.ui.component.Code;
import io.marketplace.ui.component.KeyValues;
import io.marketplace.ui.component.LedgerSection;
import io.marketplace.ui.component.Notice;
import io.marketplace.ui.component.Outcome;
import io.marketplace.ui.component.PageHead;
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
import java.util.Optional;

/** Where is the tenant told of its budgets' signals, and do they arrive? */
@OpenTo({Role.TENANT_APPROVER, Role.PLATFORM_ADMIN})
@Route(value = "webhook", layout = PortalLayout.class)
public final class WebhookPage extends Div implements HasDynamicTitle, BeforeEnterObserver {

  private static final long serialVersionUID = 1L;

  private final transient Reader reader;
  private final transient WebhookDoor door;
  private final transient Optional<TenantId> tenant;
  private final PageHead head = new PageHead("Webhook");
  private final Div acts = new Div();
  private final Div place = new Div();
  private final LedgerSection where = new LedgerSection("Where they go").columns(4);
  private final Div body;
  private final transient WebhookDeliveries deliveries;
  private transient Optional<Webhook> webhook = Optional.empty();

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
    this.tenant = reader.looksAt().or(reader.actor()::tenant);
    this.deliveries =
        new WebhookDeliveries(
            page -> door.deliveries(reader.actor(), tenant.orElseThrow(), page),
            reader.zone(),
            () -> new BudgetPlaces(reader.viewer(), tenants, keys));
    body = new Div(deliveries.section(), where.with(place));
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
    deliveries.reload(now.isPresent());
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

  @Override
  public String getPageTitle() {
    return Titles.of("Webhook");
  }
}
