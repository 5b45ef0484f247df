package io.marketplace.ui.request;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.marketplace.model.access.AccessAdvice;
import io.marketplace.model.access.AccessQueries;
import io.marketplace.model.access.RequestId;
import io.marketplace.model.access.RequestState;
import io.marketplace.model.access.RequestTerms;
import io.marketplace.model.access.RequestView;
import io.marketplace.model.catalogue.CatalogueQueries;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.policy.Sensitivity;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.ui.component.AnswerLine;
import io.marketplace.ui.component.LedgerSection;
import io.marketplace.ui.component.Outcome;
import io.marketplace.ui.component.PageHead;
import io.marketplace.ui.format.Formats;
import io.marketplace.ui.shell.OpenTo;
import io.marketplace.ui.shell.PortalLayout;
import io.marketplace.ui.shell.Reader;
import io.marketplace.ui.shell.Readers;
import io.marketplace.ui.shell.Titles;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/**
 * Asking for access in five steps. The draft is saved with every change; what it will cost stands
 * beside it.
 */
@OpenTo({Role.DEVELOPER, Role.TENANT_APPROVER, Role.PLATFORM_ADMIN})
@Route(value = "requests/new/:step?/:id?", layout = PortalLayout.class)
public final class NewRequestPage extends Div implements HasDynamicTitle, BeforeEnterObserver {

  private static final long serialVersionUID = 1L;

  private static final Sensitivity USUAL = Sensitivity.INTERNAL;

  private final transient Reader reader;
  private final transient AccessDoor door;
  private final transient AccessQueries requests;
  private final transient CatalogueQueries catalogue;
  private final transient ApplicationChoice applications;
  private final Span saved = new Span();
  private AdviceAside aside = new AdviceAside();
  private PageHead head = new PageHead("");
  private transient Optional<RequestView> draft = Optional.empty();
  private transient Optional<Tier> tier = Optional.empty();

  /** Takes the use cases of a request and the queries its steps offer choices from. */
  @Inject
  public NewRequestPage(
      Readers readers,
      AccessDoor door,
      AccessQueries requests,
      CatalogueQueries catalogue,
      ApplicationChoice applications) {
    this.reader = readers.current();
    this.door = door;
    this.requests = requests;
    this.catalogue = catalogue;
    this.applications = applications;
    saved.addClassName("note");
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    draft =
        event
            .getRouteParameters()
            .get("id")
            .map(RequestId::parse)
            .map(id -> requests.request(reader.actor(), id));
    if (draft.filter(request -> request.state() != RequestState.DRAFT).isPresent()) {
      event.forwardTo("requests/" + draft.get().id());
      return;
    }
    tier =
        draft
            .map(request -> request.terms().tier())
            .or(
                () ->
                    event
                        .getLocation()
                        .getQueryParameters()
                        .getSingleParameter("tier")
                        .flatMap(Tier::of));
    WizardStep wanted =
        event
            .getRouteParameters()
            .get("step")
            .flatMap(WizardStep::of)
            .orElse(tier.isPresent() ? WizardStep.FOR : WizardStep.WHAT);
    WizardStep furthest = place().furthest();
    show(wanted.compareTo(furthest) > 0 ? furthest : wanted);
  }

  private void show(WizardStep step) {
    removeAll();
    saved.setText("");
    head =
        new PageHead("")
            .crumbs(new Anchor("requests", "Requests"), new Text(" / new"))
            .actions(saved);
    aside = new AdviceAside();
    advise();
    StepBody body = body(step);
    Div column = new Div(body, buttons(step, body));
    column.addClassName("stack");
    LedgerSection section =
        new LedgerSection(step.title())
            .aside("step " + step.number() + " of " + WizardStep.values().length)
            .with(column);
    Div page = new Div(place().rail(step), section, aside);
    page.addClassName("wz");
    add(head, page);
  }

  private StepBody body(WizardStep step) {
    return switch (step) {
      case WHAT -> new WhatStep(catalogue.tiers(reader.actor()), tier, this::chooseTier);
      case FOR ->
          draft
              .map(request -> new ForStep(request.applicationName()))
              .orElseGet(() -> applications.step(reader.actor(), this::begin));
      case DATA -> new DataStep(draft.orElseThrow().terms(), this::save);
      case VOLUME -> new VolumeStep(draft.orElseThrow().terms(), reader.zone(), this::save);
      case REVIEW -> new ReviewStep(draft.orElseThrow(), reader.zone());
    };
  }

  private WizardPlace place() {
    return new WizardPlace(draft, tier);
  }

  private Div buttons(WizardStep step, StepBody body) {
    Div buttons = new Div();
    buttons.addClassNames("acts", "apart");
    if (step != WizardStep.WHAT) {
      Anchor back = new Anchor(place().address(step.before()), "Back");
      back.addClassName("b");
      buttons.add(back);
    } else {
      buttons.add(new Span());
    }
    Button on = new Button(step == WizardStep.REVIEW ? "Send request" : "Go on");
    on.addThemeName("primary");
    on.setDisableOnClick(true);
    on.addClickListener(
        event -> {
          if (step == WizardStep.REVIEW) {
            send(draft.orElseThrow());
          } else if (body.keep()) {
            UI.getCurrent().navigate(place().path(step.next()), place().query());
          }
          on.setEnabled(true);
        });
    buttons.add(on);
    return buttons;
  }

  private void chooseTier(Tier chosen) {
    tier = Optional.of(chosen);
    draft.ifPresent(
        request -> {
          RequestTerms old = request.terms();
          save(
              new RequestTerms(
                  chosen,
                  old.purpose(),
                  old.sensitivity(),
                  old.expectedRequestsPerMonth(),
                  old.budget(),
                  old.until()));
        });
  }

  private void begin(ApplicationId application) {
    RequestTerms empty =
        new RequestTerms(
            tier.orElseThrow(), "", USUAL, Optional.empty(), NanoUsd.ZERO, Optional.empty());
    RequestId id = door.draft(reader.actor(), application, empty).id();
    draft = Optional.of(requests.request(reader.actor(), id));
  }

  private void save(RequestTerms terms) {
    RequestId id = draft.orElseThrow().id();
    door.save(reader.actor(), id, terms);
    draft = Optional.of(requests.request(reader.actor(), id));
    saved.setText("Draft saved " + Formats.time(Clock.systemUTC().instant(), reader.zone()));
    advise();
  }

  private void send(RequestView request) {
    try {
      door.submit(reader.actor(), request.id());
    } catch (MarketplaceException e) {
      Outcome.refused(e.sentence());
      return;
    }
    Outcome.done("Request sent");
    UI.getCurrent().navigate("requests/" + request.id());
  }

  private void advise() {
    if (draft.isEmpty()) {
      head.answer(
          new AnswerLine()
              .say("Ask for ")
              .figure(tier.map(Tier::code).orElse("a tier"))
              .say(" in five short steps."));
      return;
    }
    RequestView request = draft.get();
    AccessAdvice advice = door.advise(reader.actor(), request.application(), request.terms());
    aside.show(advice);
    AnswerLine line =
        new AnswerLine()
            .say(request.terms().tier().code() + " for ")
            .figure(request.applicationName());
    advice
        .forecast()
        .ifPresent(
            forecast ->
                line.say(": about ").figure(Formats.headline(forecast.perMonth()) + " a month"));
    head.answer(line.say(advice.approvalsNeeded() == 1 ? ", one approval." : ", two approvals."));
  }

  @Override
  public String getPageTitle() {
    return Titles.of("New request");
  }
}
