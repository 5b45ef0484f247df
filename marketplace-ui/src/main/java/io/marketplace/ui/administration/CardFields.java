package io.marketplace.ui.administration;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.marketplace.model.catalogue.CardSlug;
import io.marketplace.model.catalogue.Modality;
import io.marketplace.model.catalogue.ModelCard;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.Input;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.ui.component.FieldErrors;
import io.marketplace.ui.format.Typed;
import java.math.BigDecimal;
import java.util.Optional;

/** What is published of a model. What nobody has published stays empty. */
final class CardFields extends Div {

  private static final long serialVersionUID = 1L;

  private final TextField slug = new TextField("Name in addresses");
  private final TextField name = new TextField("Name");
  private final Select<Tier> tier = new Select<>();
  private final TextField vendor = new TextField("Vendor");
  private final TextField architecture = new TextField("Architecture");
  private final TextField total = new TextField("All parameters, B");
  private final TextField active = new TextField("Active parameters, B");
  private final TextField context = new TextField("Context, tokens");
  private final TextField licence = new TextField("Licence");
  private final TextField licenceUrl = new TextField("Where the licence stands");
  private final CheckboxGroup<Modality> modalities = new CheckboxGroup<>("Reads and gives");
  private final TextArea strength = new TextArea("Key strength, one sentence");
  private final DatePicker retires = new DatePicker("Retires on");
  private final TextField successor = new TextField("Successor's name in addresses");
  private final TextField input = new TextField("Input, $ per 1M");
  private final TextField cached = new TextField("Cached input, $ per 1M");
  private final TextField output = new TextField("Output, $ per 1M");
  private final TextField priceSource = new TextField("Where the prices stand");
  private final TextArea figures = new TextArea("Published benchmarks");
  private final TextArea notes = new TextArea("Notes");
  private final TextField source = new TextField("Where the facts stand");
  private final transient Optional<ModelCard> before;

  CardFields(Optional<ModelCard> before, FieldErrors errors) {
    this.before = before;
    addClassName("form");
    tier.setLabel("Tier");
    tier.setItems(Tier.values());
    tier.setItemLabelGenerator(Tier::code);
    tier.setValue(Tier.UTILITY);
    modalities.setItems(Modality.values());
    modalities.setItemLabelGenerator(Modality::code);
    retires.setI18n(new DatePicker.DatePickerI18n().setDateFormat("d MMM yyyy"));
    figures.setHelperText("One a line: benchmark | value | unit | where it stands.");
    errors.map("slug", slug).map("name", name).map("tier", tier).map("vendor", vendor);
    errors
        .map("architecture", architecture)
        .map("totalParamsB", total)
        .map("activeParamsB", active);
    errors.map("contextTokens", context).map("licence", licence).map("licenceUrl", licenceUrl);
    errors.map("keyStrength", strength).map("retiresOn", retires).map("successor", successor);
    errors.map("inputUsdPerMillion", input).map("cachedInputUsdPerMillion", cached);
    errors.map("outputUsdPerMillion", output).map("priceSource", priceSource);
    errors.map("notes", notes).map("source", source).map("figures", figures);
    errors.map("figures.benchmark", figures).map("figures.value", figures);
    errors.map("figures.source", figures).map("figures.unit", figures);
    add(row(name, slug, tier), row(vendor, architecture, licence, licenceUrl));
    add(row(total, active, context), modalities, strength, row(retires, successor));
    add(row(input, cached, output, priceSource), figures, notes, source);
    before.ifPresent(this::show);
  }

  private static Div row(Component... fields) {
    Div row = new Div(fields);
    row.addClassName("fit");
    return row;
  }

  private void show(ModelCard card) {
    slug.setValue(card.slug().value());
    slug.setReadOnly(true);
    name.setValue(card.name());
    tier.setValue(card.tier());
    vendor.setValue(card.vendor().orElse(""));
    architecture.setValue(card.architecture().orElse(""));
    total.setValue(card.totalParamsB().map(BigDecimal::toPlainString).orElse(""));
    active.setValue(card.activeParamsB().map(BigDecimal::toPlainString).orElse(""));
    context.setValue(card.contextTokens().map(String::valueOf).orElse(""));
    licence.setValue(card.licence().orElse(""));
    licenceUrl.setValue(card.licenceUrl().orElse(""));
    modalities.setValue(card.modalities());
    strength.setValue(card.keyStrength().orElse(""));
    card.retiresOn().ifPresent(retires::setValue);
    successor.setValue(card.successor().map(CardSlug::value).orElse(""));
    input.setValue(card.inputPerMillion().map(NanoUsd::toDollars).orElse(""));
    cached.setValue(card.cachedInputPerMillion().map(NanoUsd::toDollars).orElse(""));
    output.setValue(card.outputPerMillion().map(NanoUsd::toDollars).orElse(""));
    priceSource.setValue(card.priceSource().orElse(""));
    figures.setValue(FigureText.of(card.figures()));
    notes.setValue(card.notes().orElse(""));
    source.setValue(card.source().orElse(""));
  }

  ModelCard value() {
    return new ModelCard(
        CardSlug.parse("slug", slug.getValue().strip()),
        tier.getValue(),
        name.getValue(),
        text(vendor.getValue()),
        text(architecture.getValue()),
        number("totalParamsB", total),
        number("activeParamsB", active),
        ModelFields.tokens("contextTokens", context.getValue()),
        text(licence.getValue()),
        text(licenceUrl.getValue()),
        modalities.getValue(),
        text(strength.getValue()),
        Optional.ofNullable(retires.getValue()),
        text(successor.getValue()).map(other -> CardSlug.parse("successor", other)),
        dollars("inputUsdPerMillion", input),
        dollars("cachedInputUsdPerMillion", cached),
        dollars("outputUsdPerMillion", output),
        text(priceSource.getValue()),
        text(notes.getValue()),
        text(source.getValue()),
        FigureText.parse(figures.getValue()),
        before.map(ModelCard::version).orElse(0));
  }

  private static Optional<String> text(String typed) {
    return Optional.of(typed.strip()).filter(text -> !text.isEmpty());
  }

  private static Optional<NanoUsd> dollars(String field, TextField from) {
    return text(from.getValue()).map(typed -> Typed.dollars(field, typed));
  }

  private static Optional<BigDecimal> number(String field, TextField from) {
    Optional<String> typed = text(from.getValue());
    if (typed.filter(text -> !text.matches("[0-9]{1,6}(\\.[0-9]{1,4})?")).isPresent()) {
      throw Input.invalid(field, field + " must be a number such as 37 or 1.5.");
    }
    return typed.map(BigDecimal::new);
  }
}
