package io.marketplace.ui.home;

import io.marketplace.model.access.AccessQueries;
import io.marketplace.model.access.RequestFilter;
import io.marketplace.model.access.RequestView;
import io.marketplace.model.catalogue.CatalogueQueries;
import io.marketplace.model.catalogue.TierView;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Page;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.keys.KeyFilter;
import io.marketplace.model.keys.KeyQueries;
import io.marketplace.model.keys.KeyView;
import io.marketplace.model.metering.UsageQueries;
import io.marketplace.model.news.News;
import io.marketplace.model.news.NewsQueries;
import io.marketplace.ui.spend.MonthBudget;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** Everything the home page says, read at one go. */
@Singleton
final class Glance {

  static final int SHOWN = 5;

  private static final int MOST_KEYS = 100;
  private static final int MOST_NEWS = 8;

  private final CatalogueQueries catalogue;
  private final UsageQueries usage;
  private final AccessQueries access;
  private final KeyQueries keys;
  private final NewsQueries news;

  @Inject
  Glance(
      CatalogueQueries catalogue,
      UsageQueries usage,
      AccessQueries access,
      KeyQueries keys,
      NewsQueries news) {
    this.catalogue = catalogue;
    this.usage = usage;
    this.access = access;
    this.keys = keys;
    this.news = news;
  }

  /** What is read; {@code moreKeys} when there are more live keys than {@code keys} holds. */
  record View(
      List<TierView> tiers,
      MonthBudget budget,
      List<RequestView> requests,
      List<KeyView> keys,
      boolean moreKeys,
      List<News> news) {}

  View at(Actor actor) {
    KeyFilter live = KeyFilter.ALL.in(KeyFilter.LIVE);
    Page<KeyView> living = keys.keys(actor, live, PageRequest.first(MOST_KEYS));
    return new View(
        catalogue.tiers(actor),
        MonthBudget.of(usage, actor),
        access.requests(actor, RequestFilter.ALL, PageRequest.first(SHOWN)).items(),
        living.items(),
        living.more(),
        news.latest(actor, MOST_NEWS));
  }
}
