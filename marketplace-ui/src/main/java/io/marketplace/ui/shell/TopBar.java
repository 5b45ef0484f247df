package io.marketplace.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.QueryParameters;
import io.marketplace.ui.format.Formats;
import java.time.Instant;
import java.time.ZoneId;

/** Search, the age of the data, and the theme. */
final class TopBar extends Div {

  private static final long serialVersionUID = 1L;

  private static final int LONGEST_SEARCH = 120;

  /** The button between light and dark. */
  @Tag("mk-theme-switch")
  @JsModule("./mk-theme-switch.ts")
  private static final class ThemeSwitch extends Component {
    private static final long serialVersionUID = 1L;
  }

  private final Span age = new Span();

  TopBar() {
    addClassName("bar");
    DrawerToggle burger = new DrawerToggle();
    burger.addClassName("burger");
    burger.setAriaLabel("Open navigation");
    Span space = new Span();
    space.addClassName("sp");
    age.addClassNames("note", "hide");
    add(burger, search(), space, age, new ThemeSwitch());
  }

  /** Says to when the figures on the page reach. */
  void showAge(Instant now, ZoneId zone) {
    age.setText("Data to " + Formats.time(now, zone));
  }

  private static TextField search() {
    TextField search = new TextField();
    search.setId("search");
    search.setPlaceholder("Find a model");
    search.setAriaLabel("Find a model");
    search.setMaxLength(LONGEST_SEARCH);
    search.setValueChangeMode(ValueChangeMode.ON_CHANGE);
    Span key = new Span("/");
    key.getElement().setAttribute("aria-hidden", "true");
    key.addClassNames("kbd", "hide");
    search.setSuffixComponent(key);
    search.addValueChangeListener(
        event -> {
          if (event.isFromClient() && !event.getValue().isBlank()) {
            UI.getCurrent()
                .navigate("catalogue", QueryParameters.of("q", event.getValue().strip()));
            search.clear();
          }
        });
    return search;
  }
}
