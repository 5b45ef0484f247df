package io.marketplace.ui.component;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.marketplace.model.kernel.Page;
import io.marketplace.model.kernel.PageRequest;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Turns the pages of a list that lives on the server: asks for one page at a time and never holds
 * more than that.
 *
 * @param <T> the rows
 */
public final class Paged<T> extends Div {

  private static final long serialVersionUID = 1L;

  private final int size;
  private final transient Function<PageRequest, Page<T>> source;
  private final transient Consumer<List<T>> target;
  private final Span place = new Span();
  private final Button back = new Button("Previous", event -> turn(-1));
  private final Button on = new Button("Next", event -> turn(1));
  private int offset;

  /**
   * Nothing is asked for until {@link #reload()}.
   *
   * @param size rows a page, 1 to 200
   * @param source the query
   * @param target shows the rows of a page
   */
  public Paged(int size, Function<PageRequest, Page<T>> source, Consumer<List<T>> target) {
    this.size = size;
    this.source = source;
    this.target = target;
    addClassName("pager");
    place.addClassName("note");
    place.getElement().setAttribute("aria-live", "polite");
    back.addThemeName("small");
    on.addThemeName("small");
    add(place, back, on);
  }

  /** Shows the first page, for a filter that changed. */
  public void first() {
    offset = 0;
    reload();
  }

  /** Asks for the page that is shown once more; the page before it, if nothing is left on it. */
  public void reload() {
    Page<T> page = source.apply(new PageRequest(offset, size));
    if (page.items().isEmpty() && offset > 0) {
      offset = Math.max(0, offset - size);
      page = source.apply(new PageRequest(offset, size));
    }
    target.accept(page.items());
    place.setText((offset + 1) + " to " + (offset + page.items().size()));
    back.setEnabled(offset > 0);
    on.setEnabled(page.more());
    setVisible(offset > 0 || page.more());
  }

  private void turn(int by) {
    offset = Math.max(0, offset + by * size);
    reload();
  }
}
