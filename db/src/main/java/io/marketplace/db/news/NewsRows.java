package io.marketplace.db.news;

import io.marketplace.db.kernel.Row;
import io.marketplace.model.access.GrantId;
import io.marketplace.model.access.RequestId;
import io.marketplace.model.catalogue.CardSlug;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.keys.KeyId;
import io.marketplace.model.news.News;
import io.marketplace.model.routing.Alias;
import java.time.ZoneOffset;

/** Reads the rows of {@link NewsSql}. */
final class NewsRows {

  private NewsRows() {}

  static News decided(Row row) {
    return new News.Decided(
        row.moment(1),
        verdict(row.text(2), row.text(3)),
        new RequestId(row.id(4)),
        row.number(5),
        tier(row, 6),
        row.text(7),
        row.text(8));
  }

  private static News.Verdict verdict(String kind, String state) {
    return switch (kind) {
      case "deny" -> News.Verdict.DENIED;
      case "ask-back" -> News.Verdict.ASKED_BACK;
      default -> state.equals("granted") ? News.Verdict.GRANTED : News.Verdict.HALF_APPROVED;
    };
  }

  static News grantEnds(Row row) {
    return new News.GrantEnds(row.moment(1), new GrantId(row.id(2)), tier(row, 3), row.text(4));
  }

  static News keyEnds(Row row) {
    return new News.KeyEnds(
        row.moment(1), new KeyId(row.id(2)), row.text(3), row.text(4), row.flag(5));
  }

  static News modelRetires(Row row) {
    return new News.ModelRetires(
        row.day(1).atStartOfDay(ZoneOffset.UTC).toInstant(),
        CardSlug.parse(row.text(2)),
        row.text(3),
        tier(row, 4),
        row.optionalText(5).map(CardSlug::parse),
        row.optionalText(6));
  }

  static News routeChanged(Row row) {
    return new News.RouteChanged(
        row.moment(1),
        Alias.parse("alias", row.text(2)),
        tier(row, 3),
        row.texts(4),
        row.texts(5),
        row.text(6));
  }

  static News priceChanged(Row row) {
    return new News.PriceChanged(
        row.moment(1),
        tier(row, 2),
        row.text(3),
        row.text(4),
        new News.PerMillion(new NanoUsd(row.number(5)), new NanoUsd(row.number(6))),
        new News.PerMillion(new NanoUsd(row.number(7)), new NanoUsd(row.number(8))));
  }

  private static Tier tier(Row row, int column) {
    return Tier.of(row.text(column)).orElseThrow();
  }
}
