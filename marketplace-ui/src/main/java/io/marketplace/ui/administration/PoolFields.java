package io.marketplace.ui.administration;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.marketplace.model.kernel.Input;
import io.marketplace.model.routing.Dialect;
import io.marketplace.model.routing.Pool;
import io.marketplace.model.routing.PoolForm;
import io.marketplace.model.routing.PoolModelForm;
import io.marketplace.model.routing.Provider;
import io.marketplace.ui.component.FieldErrors;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What is told of a pool, its models apart. */
final class PoolFields extends Div {

  private static final long serialVersionUID = 1L;

  private final TextField name = new TextField("Name");
  private final Select<Provider> provider = new Select<>();
  private final TextField engine = new TextField("Engine");
  private final Select<Dialect> dialect = new Select<>();
  private final TextArea endpoints = new TextArea("Endpoints");
  private final TextField region = new TextField("Region");
  private final TextField capacity = new TextField("Requests at a time");

  PoolFields(List<Provider> providers, FieldErrors errors) {
    addClassName("form");
    name.setMaxLength(80);
    name.setRequiredIndicatorVisible(true);
    provider.setLabel("Provider");
    provider.setItems(providers);
    provider.setItemLabelGenerator(one -> one.name() + ", " + one.jurisdiction());
    engine.setValue("vllm");
    dialect.setLabel("Dialect");
    dialect.setItems(Dialect.values());
    dialect.setItemLabelGenerator(Dialect::code);
    dialect.setValue(Dialect.OPENAI);
    endpoints.setHelperText("One address a line, such as https://models.example.eu:8443.");
    endpoints.setRequiredIndicatorVisible(true);
    capacity.setHelperText("Empty: not known; the pool then shows no utilisation.");
    errors
        .map("name", name)
        .map("providerId", provider)
        .map("engine", engine)
        .map("dialect", dialect)
        .map("endpoints", endpoints)
        .map("region", region)
        .map("capacity", capacity);
    add(pair(name, provider), pair(engine, dialect), endpoints, pair(region, capacity));
  }

  private static Div pair(Component... fields) {
    Div pair = new Div(fields);
    pair.addClassName("fit");
    return pair;
  }

  void show(Pool pool) {
    name.setValue(pool.name());
    provider
        .getListDataView()
        .getItems()
        .filter(one -> one.id().equals(pool.providerId()))
        .findFirst()
        .ifPresent(provider::setValue);
    engine.setValue(pool.engine());
    dialect.setValue(pool.dialect());
    endpoints.setValue(String.join("\n", pool.endpoints()));
    region.setValue(pool.region().orElse(""));
    capacity.setValue(pool.capacity().map(String::valueOf).orElse(""));
  }

  PoolForm value(List<PoolModelForm> models) {
    Provider chosen = provider.getValue();
    if (chosen == null) {
      throw Input.invalid("providerId", "providerId must be one of the providers.");
    }
    return new PoolForm(
        name.getValue(),
        chosen.id(),
        engine.getValue(),
        dialect.getValue(),
        Arrays.stream(endpoints.getValue().split("\\R", -1))
            .map(String::strip)
            .filter(address -> !address.isEmpty())
            .toList(),
        Optional.of(region.getValue()).filter(text -> !text.isBlank()),
        ModelFields.tokens("capacity", capacity.getValue()),
        models);
  }
}
