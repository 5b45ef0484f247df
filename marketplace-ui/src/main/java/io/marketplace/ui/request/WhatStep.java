package io.marketplace.ui.request;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.catalogue.TierView;
import io.marketplace.ui.component.Bold;
import io.marketplace.ui.component.TierMark;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Which tier. */
final class WhatStep extends StepBody {

  private static final long serialVersionUID = 1L;

  private final RadioButtonGroup<TierView> choice = new RadioButtonGroup<>("Tier");
  private final transient Consumer<Tier> chosen;

  WhatStep(List<TierView> tiers, Optional<Tier> start, Consumer<Tier> chosen) {
    this.chosen = chosen;
    addClassName("form");
    choice.setItems(tiers);
    choice.setRenderer(new ComponentRenderer<>(WhatStep::line));
    tiers.stream()
        .filter(view -> start.filter(view.tier()::equals).isPresent())
        .findFirst()
        .ifPresent(choice::setValue);
    choice.addThemeName("vertical");
    add(choice);
  }

  @Override
  boolean keep() {
    if (choice.getValue() == null) {
      choice.setErrorMessage("Choose a tier.");
      choice.setInvalid(true);
      return false;
    }
    chosen.accept(choice.getValue().tier());
    return true;
  }

  private static Div line(TierView view) {
    Span note = new Span(view.purpose());
    note.addClassName("note");
    Span words = new Span(new Bold(view.name()), note);
    words.addClassName("two");
    Div line = new Div(new TierMark(view.tier().code()), words);
    line.addClassName("tw");
    return line;
  }
}
