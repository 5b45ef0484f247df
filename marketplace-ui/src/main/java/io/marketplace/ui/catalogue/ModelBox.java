package io.marketplace.ui.catalogue;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import io.marketplace.model.catalogue.CardView;
import io.marketplace.model.catalogue.Figure;
import io.marketplace.ui.component.Bold;
import io.marketplace.ui.component.KeyValues;
import io.marketplace.ui.component.TierMark;
import io.marketplace.ui.format.Formats;
import java.util.function.Consumer;

/** A model one can pick up: its title is the link, its foot says whether one may call it. */
@Tag("article")
final class ModelBox extends HtmlContainer {

  private static final long serialVersionUID = 1L;

  private static final int FIGURES = 2;

  /**
   * Shows {@code view}; {@code picked} is told when the reader picks the model for comparison or
   * drops it.
   */
  ModelBox(CardView view, boolean compared, Consumer<Checkbox> picked) {
    String tier = view.card().tier().code();
    addClassNames("box", "mc", "t-" + tier);
    getElement().setAttribute("data-item", view.card().slug().value());
    Anchor link = new Anchor("models/" + view.card().slug(), view.card().name());
    Paragraph summary = new Paragraph(CardWords.summary(view.card()));
    summary.addClassName("note");
    Div title = new Div(new H3(link), summary);
    Div head = new Div(new TierMark(tier), title);
    head.addClassName("mh");
    Checkbox compare = new Checkbox("Compare", compared);
    compare.setAriaLabel("Compare " + view.card().name());
    compare.addValueChangeListener(
        event -> {
          if (event.isFromClient()) {
            picked.accept(compare);
          }
        });
    add(head, facts(view), new Footer(CardWords.access(view), compare));
  }

  private static KeyValues facts(CardView view) {
    KeyValues facts = new KeyValues();
    for (Figure figure : view.card().figures().stream().limit(FIGURES).toList()) {
      facts.row(
          figure.benchmark(),
          new Bold(Formats.plain(figure.value()) + figure.unit().filter("%"::equals).orElse("")));
    }
    return facts
        .row("$ per 1M in / out", new Bold(CardWords.prices(view)))
        .row("Where", CardWords.place(view));
  }
}
