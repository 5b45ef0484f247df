package io.marketplace.ui.home;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.news.News;
import io.marketplace.model.news.NewsQueries;
import io.marketplace.ui.component.Bold;
import io.marketplace.ui.component.Glyph;
import io.marketplace.ui.component.LedgerSection;
import io.marketplace.ui.component.Notice;
import io.marketplace.ui.component.TierMark;
import io.marketplace.ui.format.Formats;
import java.time.ZoneId;
import java.util.List;

/** What changed for the reader, and what is about to. */
final class NewsSection {

  private NewsSection() {}

  static LedgerSection of(List<News> news, ZoneId zone) {
    LedgerSection section =
        new LedgerSection("What changed for you")
            .aside("last " + NewsQueries.DAYS_BACK + " days, and what lies ahead");
    if (news.isEmpty()) {
      return section.with(
          Notice.empty(
              "Nothing changed",
              "Decisions on your requests, ends of keys and grants, retiring models, changed routes and prices stand here."));
    }
    UnorderedList list = new UnorderedList();
    list.addClassNames("li", "news");
    news.forEach(one -> list.add(line(one, zone)));
    return section.with(list);
  }

  private static ListItem line(News news, ZoneId zone) {
    Span words = new Span();
    words.addClassName("words");
    ListItem line = new ListItem();
    switch (news) {
      case News.Decided decided -> decided(line, words, decided);
      case News.GrantEnds ends -> {
        line.add(mark(ends.tier()));
        words.add(new Bold(ends.tier().code()), new Text(" for " + ends.application() + " ends. "));
        words.add(new Anchor("requests/new?tier=" + ends.tier().code(), "Ask for more time"));
      }
      case News.KeyEnds ends -> {
        line.add(mark("wait"));
        words.add(
            new Text(ends.oldSecret() ? "The old secret of key " : "Key "),
            new Bold(ends.name()),
            new Text(" of " + ends.application() + " stops. "),
            new Anchor("keys", "See the keys"));
      }
      case News.ModelRetires retires -> retires(line, words, retires);
      case News.RouteChanged changed -> {
        line.add(mark(changed.tier()));
        words.add(new Bold(changed.alias().value()), new Text(RouteNews.words(changed)));
      }
      case News.PriceChanged changed -> {
        line.add(mark(changed.tier()));
        words.add(
            new Bold(changed.model()),
            new Text(
                " now costs "
                    + price(changed.after())
                    + " per 1M tokens in / out, before "
                    + price(changed.before())
                    + "."));
      }
    }
    Span day = new Span(Formats.date(news.at(), zone));
    day.addClassName("note");
    line.add(words, day);
    return line;
  }

  private static void decided(ListItem line, Span words, News.Decided decided) {
    line.add(mark(decided.tier()));
    words.add(
        new Anchor(
            "requests/" + decided.request(),
            decided.tier().code() + " for " + decided.application()),
        new Text(
            switch (decided.verdict()) {
                  case GRANTED -> " was granted by ";
                  case HALF_APPROVED -> " has its first of two approvals, by ";
                  case DENIED -> " was denied by ";
                  case ASKED_BACK -> " waits for your answer to ";
                }
                + decided.by()
                + "."));
  }

  private static void retires(ListItem line, Span words, News.ModelRetires retires) {
    line.add(mark(retires.tier()));
    words.add(new Anchor("models/" + retires.model(), retires.name()), new Text(" retires. "));
    retires
        .successor()
        .ifPresent(
            slug ->
                words.add(
                    new Text("Move to "),
                    new Anchor("models/" + slug, retires.successorName().orElse(slug.value())),
                    new Text(".")));
  }

  private static String price(News.PerMillion price) {
    return "$" + Formats.price(price.prompt()) + " / " + Formats.price(price.completion());
  }

  private static Component mark(Tier tier) {
    return new TierMark(tier.code());
  }

  private static Component mark(String glyph) {
    Span tile = new Span(new Glyph(glyph));
    tile.addClassName("tm");
    return tile;
  }
}
