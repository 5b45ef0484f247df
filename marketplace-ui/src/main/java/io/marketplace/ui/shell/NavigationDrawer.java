package io.marketplace.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import io.marketplace.model.access.InboxCounts;
import io.marketplace.ui.component.Bold;
import io.marketplace.ui.component.Glyph;
import io.marketplace.ui.format.Formats;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The dark drawer: the entries of the reader's roles in groups, and at its foot who is signed in.
 */
final class NavigationDrawer extends Div {

  private static final long serialVersionUID = 1L;

  /** The list of keyboard shortcuts, opened by {@code ?} or its button. */
  @Tag("mk-shortcuts")
  @JsModule("./mk-shortcuts.ts")
  private static final class Shortcuts extends Component {
    private static final long serialVersionUID = 1L;
  }

  private final Map<String, SideNavItem> items = new HashMap<>();

  /** Only the brand and the way out, for a page that says what is wrong with the sign-in. */
  NavigationDrawer() {
    Div who = new Div(foot());
    who.addClassName("who");
    addClassName("drawer");
    add(brand(), who);
  }

  NavigationDrawer(Reader reader) {
    addClassName("drawer");
    add(brand());
    List<Destination> entries = Destination.of(reader.actor());
    entries.stream()
        .map(Destination::group)
        .distinct()
        .forEach(group -> add(group(group, entries)));
    add(who(reader));
  }

  /** Says beside an entry how much waits behind it. */
  void show(InboxCounts counts) {
    badge("inbox", counts.toDecide(), " to decide");
    badge("requests", counts.toAnswer(), " to answer");
  }

  private void badge(String path, long count, String what) {
    SideNavItem item = items.get(path);
    if (item == null) {
      return;
    }
    Span spoken = new Span(what);
    spoken.addClassName("sr");
    Span badge = new Span(new Span(Formats.count(count)), spoken);
    badge.addClassName("n");
    item.setSuffixComponent(count == 0 ? new Span() : badge);
  }

  private SideNav group(String title, List<Destination> entries) {
    SideNav nav = new SideNav(title);
    entries.stream()
        .filter(entry -> entry.group().equals(title))
        .map(entry -> new SideNavItem(entry.label(), entry.path()))
        .forEach(
            item -> {
              item.setMatchNested(!"".equals(item.getPath()));
              items.put(item.getPath() == null ? "" : item.getPath(), item);
              nav.addItem(item);
            });
    return nav;
  }

  private static Div who(Reader reader) {
    Span initials = new Span(initials(reader.actor().name()));
    initials.addClassName("av");
    initials.getElement().setAttribute("aria-hidden", "true");
    Span name = new Span(new Bold(reader.actor().name()), new Span(reader.place()));
    Div who = new Div(initials, name, foot());
    who.addClassName("who");
    return who;
  }

  private static Anchor brand() {
    Anchor brand = new Anchor("", new Glyph("logo"), new Span("AI marketplace"));
    brand.addClassName("brand");
    return brand;
  }

  private static Div foot() {
    Anchor out = new Anchor("sign-out", "Sign out");
    out.setRouterIgnore(true);
    Div foot = new Div(new Shortcuts(), out);
    foot.addClassName("foot");
    return foot;
  }

  private static String initials(String name) {
    return Stream.of(name.strip().split("\\s+"))
        .filter(word -> !word.isEmpty())
        .limit(2)
        .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
        .collect(Collectors.joining())
        .toUpperCase(Locale.ROOT);
  }
}
