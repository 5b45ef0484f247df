package io.marketplace.api.catalogue;

import io.marketplace.api.json.QueryValues;
import io.marketplace.model.catalogue.CardFilter;
import io.marketplace.model.catalogue.CardSort;
import io.marketplace.model.catalogue.Modality;
import io.marketplace.model.catalogue.Tier;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which cards a request asks for. */
public final class CardQuery {

  @QueryParam("tier")
  private List<String> tiers = List.of();

  @QueryParam("modality")
  private List<String> modalities = List.of();

  @QueryParam("licence")
  private List<String> licences = List.of();

  @QueryParam("minContext")
  private @Nullable String minContext;

  @QueryParam("region")
  private List<String> regions = List.of();

  @QueryParam("jurisdiction")
  private List<String> jurisdictions = List.of();

  @QueryParam("access")
  private @Nullable String access;

  @QueryParam("q")
  private @Nullable String text;

  @QueryParam("sort")
  private @Nullable String sort;

  CardFilter filter() {
    return new CardFilter(
        QueryValues.several(tiers, code -> Tier.parse("tier", code)),
        QueryValues.several(modalities, code -> Modality.parse("modality", code)),
        QueryValues.several(licences, name -> name),
        QueryValues.number("minContext", minContext),
        QueryValues.several(regions, name -> name),
        QueryValues.several(jurisdictions, name -> name),
        QueryValues.flag("access", access),
        QueryValues.text(text),
        QueryValues.text(sort).map(code -> CardSort.parse("sort", code)).orElse(CardSort.TIER));
  }
}
