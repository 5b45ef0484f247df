package io.marketplace.ui.administration;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.marketplace.model.kernel.Input;
import io.marketplace.model.routing.Candidate;
import io.marketplace.model.routing.Pool;
import java.util.ArrayList;
import java.util.List;

/** A group of candidates: a pool's model and its weight in each row. */
final class CandidateRows extends Div {

  private static final long serialVersionUID = 1L;

  /** A model of a pool. */
  private record Choice(Pool pool, String model) {

    String words() {
      return pool.name() + " / " + model + ", " + pool.jurisdiction();
    }
  }

  /** A row's fields. */
  private record Fields(ComboBox<Choice> choice, TextField weight) {}

  private final transient List<Choice> choices;
  private final transient List<Fields> rows = new ArrayList<>();
  private final Div lines = new Div();

  CandidateRows(List<Pool> pools) {
    choices =
        pools.stream()
            .flatMap(pool -> pool.models().stream().map(model -> new Choice(pool, model.name())))
            .toList();
    Button add = new Button("Add candidate", event -> addRow());
    add.addThemeName("small");
    add(lines, add);
    addClassName("cands");
  }

  void show(List<Candidate> candidates) {
    for (Candidate candidate : candidates) {
      Fields fields = addRow();
      choices.stream()
          .filter(
              choice ->
                  choice.pool.id().equals(candidate.poolId())
                      && choice.model.equals(candidate.model()))
          .findFirst()
          .ifPresent(fields.choice::setValue);
      fields.weight.setValue(weight(candidate.weight()));
    }
  }

  /**
   * The candidates as they stand; rows in which nothing is chosen are left out.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code invalid_request_error} for a
   *     weight that is no number above zero
   */
  List<Candidate> value() {
    List<Candidate> candidates = new ArrayList<>();
    for (Fields fields : rows) {
      Choice choice = fields.choice.getValue();
      if (choice != null) {
        candidates.add(new Candidate(choice.pool.id(), choice.model, number(fields.weight)));
      }
    }
    return candidates;
  }

  /** How many rows there are, chosen or not. */
  int size() {
    return rows.size();
  }

  private Fields addRow() {
    ComboBox<Choice> choice = new ComboBox<>();
    choice.setItems(choices);
    choice.setItemLabelGenerator(Choice::words);
    choice.setAriaLabel("Pool and model");
    choice.setPlaceholder("Pool and model");
    TextField weight = new TextField();
    weight.setAriaLabel("Weight");
    weight.setValue("1");
    weight.setMaxLength(12);
    Fields fields = new Fields(choice, weight);
    Div line = new Div(choice, weight);
    Button drop = new Button("Take out");
    drop.addThemeName("small");
    drop.addClickListener(
        event -> {
          rows.remove(fields);
          lines.remove(line);
        });
    line.add(drop);
    line.addClassName("cand");
    rows.add(fields);
    lines.add(line);
    return fields;
  }

  private static double number(TextField field) {
    String text = field.getValue().strip();
    field.setInvalid(!text.matches("[0-9]{1,7}(\\.[0-9]{1,4})?"));
    if (field.isInvalid()) {
      field.setErrorMessage("A number above 0.");
      throw Input.invalid(
          "candidates.weight", "A weight must be a number above 0, such as 1 or 2.5.");
    }
    return Double.parseDouble(text);
  }

  static String weight(double weight) {
    return weight == Math.rint(weight) ? Long.toString((long) weight) : Double.toString(weight);
  }
}
