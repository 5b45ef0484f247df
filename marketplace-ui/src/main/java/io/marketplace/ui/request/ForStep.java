package io.marketplace.ui.request;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.Input;
import io.marketplace.model.tenant.ApplicationView;
import io.marketplace.model.tenant.TeamView;
import io.marketplace.ui.component.FieldErrors;
import io.marketplace.ui.component.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Which application will call; a new one can be registered here. Once the draft exists its
 * application stays.
 */
final class ForStep extends StepBody {

  private static final long serialVersionUID = 1L;

  private static final int LONGEST_NAME = 80;
  private static final int OFFERED = 50;

  private final ComboBox<ApplicationView> choice = new ComboBox<>("Application");
  private final transient Consumer<ApplicationId> chosen;
  private final boolean settled;

  /** A step that shows the application of a draft. */
  ForStep(String settledName) {
    settled = true;
    chosen = id -> {};
    add(
        new Text(
            "This draft is for "
                + settledName
                + ". Begin another request for another application."));
  }

  /**
   * A step that asks; {@code search} finds applications by part of their name, {@code register}
   * makes one.
   */
  ForStep(
      Function<String, List<ApplicationView>> search,
      List<TeamView> teams,
      BiFunction<TeamView, String, ApplicationView> register,
      Consumer<ApplicationId> chosen) {
    this.settled = false;
    this.chosen = chosen;
    addClassName("form");
    choice.setItems(
        query ->
            search.apply(query.getFilter().orElse("")).stream()
                .skip(query.getOffset())
                .limit(Math.min(query.getLimit(), OFFERED)));
    choice.setItemLabelGenerator(application -> application.name() + ", " + application.teamName());
    choice.setWidthFull();
    choice.setRequiredIndicatorVisible(true);
    List<ApplicationView> first = search.apply("");
    if (first.size() == 1) {
      choice.setValue(first.get(0));
    }
    add(choice, registration(teams, register));
  }

  private Div registration(
      List<TeamView> teams, BiFunction<TeamView, String, ApplicationView> register) {
    TextField name = new TextField("Or register a new one");
    name.setMaxLength(LONGEST_NAME);
    Select<TeamView> team = new Select<>();
    team.setLabel("Team");
    team.setItems(teams);
    team.setItemLabelGenerator(TeamView::name);
    teams.stream().findFirst().ifPresent(team::setValue);
    team.setVisible(teams.size() > 1);
    FieldErrors errors = new FieldErrors().map("name", name);
    Button add = new Button("Register");
    add.setDisableOnClick(true);
    add.addClickListener(
        event -> {
          errors.run(
              () -> {
                TeamView of =
                    Optional.ofNullable(team.getValue())
                        .orElseThrow(
                            () ->
                                Input.invalid(
                                    "name", "name needs a team; you belong to none yet."));
                ApplicationView made = register.apply(of, name.getValue());
                choice.getDataProvider().refreshAll();
                choice.setValue(made);
                name.clear();
                Outcome.done(made.name() + " registered");
              });
          add.setEnabled(true);
        });
    Div line = new Div(name, team, add);
    line.addClassName("join");
    return line;
  }

  @Override
  boolean keep() {
    if (settled) {
      return true;
    }
    if (choice.getValue() == null) {
      choice.setErrorMessage("Choose an application, or register one.");
      choice.setInvalid(true);
      return false;
    }
    chosen.accept(choice.getValue().id());
    return true;
  }
}
