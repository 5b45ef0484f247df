package io.marketplace.ui.keys;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.tenant.ApplicationView;
import io.marketplace.model.tenant.TeamView;
import io.marketplace.ui.component.FieldErrors;
import io.marketplace.ui.component.Notice;
import io.marketplace.ui.component.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Whose key it shall be: an application's, or a whole team's. A team's key belongs to the
 * application that stands for the team, which is made when access is asked for it.
 */
final class OwnerFields extends Div {

  private static final long serialVersionUID = 1L;

  private enum Kind {
    APPLICATION,
    TEAM
  }

  private final transient KeyDoor door;
  private final transient Consumer<List<Tier>> granted;
  private final RadioButtonGroup<Kind> kind = new RadioButtonGroup<>("For");
  private final ComboBox<ApplicationView> application = new ComboBox<>("Application");
  private final Select<TeamView> team = new Select<>();
  private final Div ungranted = new Div();

  /** Tells {@code granted} the tiers of whatever is chosen. */
  OwnerFields(KeyDoor door, Consumer<List<Tier>> granted) {
    this.door = door;
    this.granted = granted;
    addClassName("form");
    kind.setItems(Kind.values());
    kind.setItemLabelGenerator(one -> one == Kind.APPLICATION ? "an application" : "a whole team");
    application.setItems(
        query ->
            door.applications(query.getFilter().orElse("")).stream()
                .skip(query.getOffset())
                .limit(query.getLimit()));
    application.setItemLabelGenerator(view -> view.name() + ", " + view.teamName());
    team.setLabel("Team");
    team.setItems(door.teams());
    team.setItemLabelGenerator(view -> view.name() + ", " + view.tenantName());
    kind.addValueChangeListener(event -> offer());
    application.addValueChangeListener(event -> offer());
    team.addValueChangeListener(event -> offer());
    add(kind, application, team, ungranted);
  }

  /** Begins with the reader's first application that may call something. */
  void begin() {
    List<ApplicationView> first = door.applications("");
    if (!first.isEmpty()) {
      application.setValue(
          first.stream().filter(view -> view.activeGrants() > 0).findFirst().orElse(first.get(0)));
    }
    team.getListDataView().getItems().findFirst().ifPresent(team::setValue);
    kind.setValue(Kind.APPLICATION);
  }

  /** The application that bears the key; empty until it is chosen, or there is one. */
  Optional<ApplicationView> owner() {
    @Nullable TeamView chosen = team.getValue();
    return kind.getValue() == Kind.TEAM
        ? Optional.ofNullable(chosen).flatMap(door::standIn)
        : Optional.ofNullable(application.getValue());
  }

  private void offer() {
    boolean whole = kind.getValue() == Kind.TEAM;
    application.setVisible(!whole);
    team.setVisible(whole);
    Optional<ApplicationView> owner = owner();
    List<Tier> tiers = owner.map(view -> door.grantedTiers(view.id())).orElse(List.of());
    granted.accept(tiers);
    ungranted.removeAll();
    if (!tiers.isEmpty()) {
      return;
    }
    if (whole && team.getValue() != null) {
      ungranted.add(
          Notice.empty(
              team.getValue().name() + " as a whole has no grant yet",
              "A key of the team calls what the team itself was granted, whatever its applications were. Ask for a tier first.",
              ask(team.getValue())));
    } else if (owner.isPresent()) {
      ungranted.add(
          Notice.empty(
              owner.get().name() + " has no grant yet",
              "A key calls what its application was granted. Ask for a tier first.",
              new Anchor("requests/new", "Request access")));
    }
  }

  private Button ask(TeamView of) {
    Button ask = new Button("Request access for the team");
    ask.setDisableOnClick(true);
    ask.addClickListener(
        event -> {
          boolean made =
              new FieldErrors()
                  .run(
                      () -> {
                        String name = door.application(door.makeStandIn(of)).name();
                        Outcome.done(name + " stands for the whole team: choose it as application");
                      });
          if (made) {
            UI.getCurrent().navigate("requests/new");
          }
          ask.setEnabled(true);
        });
    return ask;
  }
}
