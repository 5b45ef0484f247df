package io.marketplace.ui.administration;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.marketplace.model.routing.Provider;
import io.marketplace.model.routing.ProviderForm;
import io.marketplace.ui.component.FieldErrors;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What is told of a provider. */
final class ProviderFields extends Div {

  private static final long serialVersionUID = 1L;

  private static final List<String> USUAL = List.of("on-premises", "EU", "US", "UK", "CN");

  private final TextField name = new TextField("Name");
  private final ComboBox<String> jurisdiction = new ComboBox<>("Jurisdiction");
  private final TextField places = new TextField("Processes data in");
  private final TextArea attributes = new TextArea("Contracts and certifications");

  ProviderFields(FieldErrors errors) {
    addClassName("form");
    name.setMaxLength(80);
    name.setRequiredIndicatorVisible(true);
    jurisdiction.setItems(USUAL);
    jurisdiction.setAllowCustomValue(true);
    jurisdiction.addCustomValueSetListener(event -> jurisdiction.setValue(event.getDetail()));
    jurisdiction.setHelperText("Whose law the provider stands under. Policies name it.");
    jurisdiction.setRequiredIndicatorVisible(true);
    places.setHelperText(
        "Parted by commas, as policies name them: DE, SE, EU. Empty: nobody knows, and policies trust it least.");
    attributes.setHelperText(
        "One a line: “dpa: yes”, “retentionDays: 0”, “certifications: ISO 27001, SOC 2”.");
    attributes.setMinRows(3);
    errors
        .map("name", name)
        .map("jurisdiction", jurisdiction)
        .map("processingPlaces", places)
        .map("attributes", attributes);
    add(name, jurisdiction, places, attributes);
  }

  void show(Provider provider) {
    name.setValue(provider.name());
    jurisdiction.setValue(provider.jurisdiction());
    places.setValue(String.join(", ", provider.processingPlaces()));
    attributes.setValue(AttributeText.of(provider.attributes()));
  }

  ProviderForm value() {
    return new ProviderForm(
        name.getValue(),
        Optional.ofNullable(jurisdiction.getValue()).orElse(""),
        Arrays.stream(places.getValue().split(",", -1))
            .map(String::strip)
            .filter(place -> !place.isEmpty())
            .toList(),
        AttributeText.parse(attributes.getValue()));
  }
}
