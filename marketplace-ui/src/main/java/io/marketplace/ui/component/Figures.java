package io.marketplace.ui.component;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** A row of figures, each with its name, its unit and where it comes from. */
@Tag("dl")
public final class Figures extends Div {

  private static final long serialVersionUID = 1L;

  /** An empty row. */
  public Figures() {
    addClassName("figs");
  }

  /**
   * Appends a figure; {@code unit} stands small behind it, {@code note} below it; either may be
   * empty.
   */
  public Figures figure(String name, String value, String unit, String note) {
    DescriptionList.Description figure = new DescriptionList.Description(new Text(value));
    if (!unit.isEmpty()) {
      Span small = new Span(unit);
      small.addClassName("u");
      figure.add(small);
    }
    Div group = new Div(new DescriptionList.Term(name), figure);
    group.addClassName("fig");
    if (!note.isEmpty()) {
      DescriptionList.Description below = new DescriptionList.Description(note);
      below.addClassName("note");
      group.add(below);
    }
    add(group);
    return this;
  }
}
