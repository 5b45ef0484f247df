package io.marketplace.ui.keys;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.Input;
import io.marketplace.model.kernel.Networks;
import io.marketplace.model.keys.KeyScope;
import io.marketplace.model.policy.Sensitivity;
import io.marketplace.ui.component.FieldErrors;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The fields that narrow a key, folded away until they are wanted: most keys need none. */
final class ScopeFields {

  private static final String ANY = "any";

  private final TextField aliases = list("Only these aliases", "Such as chat-small, code.");
  private final TextField providers = list("Only these providers", "Their names.");
  private final TextField jurisdictions = list("Only these jurisdictions", "Such as EU.");
  private final TextArea networks = new TextArea("Only from these networks");
  private final Select<String> highest = new Select<>();
  private final TextField labels = new TextField("Different values of a label, at most");

  /** Fields whose empty state means {@code otherwise}, such as "all that its tiers open". */
  ScopeFields(String otherwise) {
    networks.setHelperText("CIDR, one a line: 10.20.0.0/16, fd00::/8 or one address.");
    networks.setMaxLength(4_000);
    highest.setLabel("Most sensitive data");
    highest.setItems(items());
    highest.setValue(ANY);
    highest.setHelperText("Calls that declare more are refused.");
    labels.setHelperText("Agents, workflows, customers and use cases each; usually 1000.");
    labels.setMaxLength(6);
    aliases.setHelperText(aliases.getHelperText() + " Empty: " + otherwise + ".");
  }

  /** Appends to the complaints that go beside fields. */
  FieldErrors on(FieldErrors errors) {
    return errors
        .map("aliases", aliases)
        .map("providers", providers)
        .map("jurisdictions", jurisdictions)
        .map("sourceNetworks", networks)
        .map("highestSensitivity", highest)
        .map("labelValuesMax", labels);
  }

  /** The fields behind one line. */
  Details details() {
    Div form = new Div(aliases, providers, jurisdictions, networks, highest, labels);
    form.addClassName("form");
    return new Details("Narrow it further", form);
  }

  KeyScope scope(Set<Tier> tiers) {
    return new KeyScope(
        tiers,
        aliases(),
        providers(),
        jurisdictions(),
        highest(),
        networks(),
        labelValues().orElse(KeyScope.USUAL_LABEL_VALUES));
  }

  Optional<List<String>> aliases() {
    return parts(aliases.getValue());
  }

  Optional<List<String>> providers() {
    return parts(providers.getValue());
  }

  Optional<List<String>> jurisdictions() {
    return parts(jurisdictions.getValue());
  }

  Optional<Networks> networks() {
    return parts(networks.getValue()).map(texts -> Networks.of("sourceNetworks", texts));
  }

  Optional<Sensitivity> highest() {
    return Sensitivity.of(highest.getValue());
  }

  Optional<Integer> labelValues() {
    String text = labels.getValue().strip();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (!text.matches("[0-9]{1,6}")) {
      throw Input.invalid("labelValuesMax", "labelValuesMax must be a whole number.");
    }
    return Optional.of(Integer.valueOf(text));
  }

  private static List<String> items() {
    return Stream.concat(Stream.of(ANY), Arrays.stream(Sensitivity.values()).map(Sensitivity::code))
        .toList();
  }

  /** Parted by commas, semicolons or lines; none at all is no list. */
  static Optional<List<String>> parts(String text) {
    List<String> parts =
        Arrays.stream(text.split("[,;\n]", -1))
            .map(String::strip)
            .filter(part -> !part.isEmpty())
            .toList();
    return parts.isEmpty() ? Optional.empty() : Optional.of(parts);
  }

  private static TextField list(String label, String help) {
    TextField field = new TextField(label);
    field.setHelperText(help);
    field.setMaxLength(4_000);
    return field;
  }
}
