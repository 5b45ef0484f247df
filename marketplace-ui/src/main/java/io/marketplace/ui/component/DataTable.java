package io.marketplace.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A table with heads, rows and an optional sum; below 720 px each row becomes a record with labels.
 * It shows the rows it is given: pages come from the server, see {@link Paged}.
 *
 * @param <T> the rows
 */
public final class DataTable<T> extends Div {

  private static final long serialVersionUID = 1L;

  private record Column<T>(String head, boolean figure, Function<T, Component> cell) {}

  /** The element itself, inside a box that scrolls sideways when it must. */
  @Tag("table")
  private static final class Table extends HtmlContainer {
    private static final long serialVersionUID = 1L;
  }

  private final transient List<Column<T>> columns = new ArrayList<>();
  private final Table table = new Table();
  private final Element body = new Element("tbody");
  private transient Predicate<T> chosen = row -> false;

  /** An empty table; {@code caption} says what it lists, to those who do not see it. */
  public DataTable(String caption) {
    addClassName("scroll");
    table.addClassNames("tb", "m");
    table.getElement().setAttribute("aria-label", caption);
    add(table);
  }

  /** Appends a column of words. */
  public DataTable<T> words(String head, Function<T, String> cell) {
    columns.add(new Column<>(head, false, row -> new Text(cell.apply(row))));
    return this;
  }

  /** Appends a column of figures, right-aligned; the unit belongs into {@code head}. */
  public DataTable<T> figures(String head, Function<T, String> cell) {
    columns.add(new Column<>(head, true, row -> new Text(cell.apply(row))));
    return this;
  }

  /** Appends a column of components. */
  public DataTable<T> parts(String head, Function<T, Component> cell) {
    columns.add(new Column<>(head, false, cell));
    return this;
  }

  /** Marks the rows for which {@code test} holds. */
  public DataTable<T> mark(Predicate<T> test) {
    chosen = test;
    return this;
  }

  /** Shows these rows instead of those before. */
  public void show(List<T> rows) {
    Element all = table.getElement();
    all.removeAllChildren();
    Element heads = new Element("tr");
    for (Column<T> column : columns) {
      Element head = new Element("th").setText(column.head).setAttribute("scope", "col");
      figure(head, column);
      heads.appendChild(head);
    }
    body.removeAllChildren();
    rows.forEach(row -> body.appendChild(line(row)));
    all.appendChild(new Element("thead").appendChild(heads), body);
  }

  /** Adds a closing row with a cell for each column. */
  public void sum(List<String> cells) {
    Element line = new Element("tr");
    for (int i = 0; i < cells.size(); i++) {
      Element cell = new Element("td").setText(cells.get(i));
      label(figure(cell, columns.get(i)), columns.get(i), i);
      line.appendChild(cell);
    }
    table.getElement().appendChild(new Element("tfoot").appendChild(line));
  }

  private Element line(T row) {
    Element line = new Element("tr");
    line.setAttribute("data-item", "");
    if (chosen.test(row)) {
      line.getClassList().add("on");
    }
    for (int i = 0; i < columns.size(); i++) {
      Column<T> column = columns.get(i);
      Element cell = figure(new Element("td"), column);
      cell.appendChild(column.cell.apply(row).getElement());
      line.appendChild(label(cell, column, i));
    }
    return line;
  }

  private Element figure(Element cell, Column<T> column) {
    if (column.figure) {
      cell.getClassList().add("r");
    }
    return cell;
  }

  private Element label(Element cell, Column<T> column, int index) {
    return index == 0 || column.head.isEmpty() ? cell : cell.setAttribute("data-l", column.head);
  }
}
