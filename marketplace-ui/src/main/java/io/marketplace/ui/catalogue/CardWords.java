package io.marketplace.ui.catalogue;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import io.marketplace.model.catalogue.CardView;
import io.marketplace.model.catalogue.Figure;
import io.marketplace.model.catalogue.ModelCard;
import io.marketplace.model.catalogue.ServingPool;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.ui.component.State;
import io.marketplace.ui.format.Formats;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A card's facts in the portal's words; what nobody published is a dash. */
final class CardWords {

  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);

  private CardWords() {}

  /** {@code Reasoning. 685B, 37B active, 164K context}. */
  static String summary(ModelCard card) {
    String facts =
        Stream.of(
                size(card),
                card.contextTokens().map(tokens -> Formats.context(tokens) + " context"),
                card.licence())
            .flatMap(Optional::stream)
            .collect(Collectors.joining(", "));
    return tier(card.tier()) + (facts.isEmpty() ? "" : ". " + facts);
  }

  /** {@code 685B, 37B active} or {@code 14B dense}; empty where no size was published. */
  static Optional<String> size(ModelCard card) {
    return card.totalParamsB().map(total -> size(total, card.activeParamsB()));
  }

  static String size(BigDecimal total, Optional<BigDecimal> active) {
    return parameters(total)
        + active
            .map(
                part -> part.compareTo(total) == 0 ? " dense" : ", " + parameters(part) + " active")
            .orElse("");
  }

  /** {@code 37B}; {@code 1T} from a thousand billions on. */
  private static String parameters(BigDecimal billions) {
    return billions.compareTo(THOUSAND) >= 0
        ? Formats.plain(billions.movePointLeft(3)) + "T"
        : Formats.plain(billions) + "B";
  }

  /** The tier's name, {@code Reasoning}. */
  static String tier(Tier tier) {
    return tier.code().substring(0, 1).toUpperCase(java.util.Locale.ROOT)
        + tier.code().substring(1);
  }

  /** {@code 0.55 / 2.19}: the price in force of the pool that serves it, else the published one. */
  static String prices(CardView view) {
    Optional<ServingPool> pool =
        view.pools().stream().filter(serving -> serving.promptPerMillion().isPresent()).findFirst();
    Optional<NanoUsd> in =
        pool.flatMap(ServingPool::promptPerMillion).or(() -> view.card().inputPerMillion());
    Optional<NanoUsd> out =
        pool.flatMap(ServingPool::completionPerMillion).or(() -> view.card().outputPerMillion());
    if (in.isEmpty() && out.isEmpty()) {
      return Formats.UNKNOWN;
    }
    boolean noOutput = view.card().tier() == Tier.EMBEDDING || view.card().tier() == Tier.RERANKER;
    return in.map(Formats::price).orElse(Formats.UNKNOWN)
        + " / "
        + (noOutput ? Formats.IMPOSSIBLE : out.map(Formats::price).orElse(Formats.UNKNOWN));
  }

  /** Where it runs: {@code Built-in models, on-premises}, or that no pool serves it. */
  static String place(CardView view) {
    return view.pools().stream()
        .findFirst()
        .map(pool -> pool.provider() + ", " + pool.region().orElse(pool.jurisdiction()))
        .orElse("No pool yet");
  }

  /** May the reader call it, and does anything answer? */
  static State access(CardView view) {
    Optional<String> retires = view.card().retiresOn().map(day -> "Retires " + Formats.date(day));
    if (retires.isPresent()) {
      return State.warning(retires.get());
    }
    if (view.access()) {
      return State.good("You have access");
    }
    return State.waiting("Needs approval");
  }

  /** A figure with its per cent sign where it is one. */
  static String value(Figure figure) {
    return Formats.plain(figure.value()) + figure.unit().filter("%"::equals).orElse("");
  }

  /** A source, as a link where it is an address. */
  static Component source(String text) {
    return link(text, text);
  }

  /**
   * A link for what is one; text that is no web address stays text, so that a card cannot carry a
   * script.
   */
  static Component link(String address, String words) {
    if (!address.matches("https?://[^\\s\"<>]{3,400}")) {
      return new Text(words);
    }
    String shown =
        words.equals(address) ? address.replaceFirst("^https?://(www\\.)?([^/]+).*", "$2") : words;
    Anchor link = new Anchor(address, shown, AnchorTarget.BLANK);
    link.getElement().setAttribute("rel", "noopener noreferrer");
    return link;
  }
}
