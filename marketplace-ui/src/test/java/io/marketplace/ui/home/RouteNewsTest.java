package io.marketplace.ui.home;

import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.news.News;
import io.marketplace.model.routing.Alias;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RouteNewsTest {

  private static String words(List<String> before, List<String> after) {
    return RouteNews.words(
        new News.RouteChanged(
            Instant.EPOCH, Alias.parse("alias", "utility"), Tier.UTILITY, before, after, "Robin"));
  }

  @Test
  void saysWhereTheCallsGoNow() {
    assertThat(words(List.of("a"), List.of("b"))).isEqualTo(" moved from a to b, by Robin.");
    assertThat(words(List.of(), List.of("b", "b", "c"))).isEqualTo(" now leads to b, c, by Robin.");
    assertThat(words(List.of("a"), List.of())).isEqualTo(" leads nowhere now, by Robin.");
    assertThat(words(List.of("a"), List.of("a")))
        .isEqualTo(" still leads to a, under other settings, by Robin.");
  }
}
