package io.marketplace.ui.spend;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.kernel.Page;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.metering.GrantSpend;
import io.marketplace.model.metering.UsageQueries;
import io.marketplace.ui.component.KeyValues;
import io.marketplace.ui.component.LedgerSection;
import io.marketplace.ui.component.Meter;
import io.marketplace.ui.component.Notice;
import io.marketplace.ui.format.Formats;
import java.util.ArrayList;
import java.util.List;

/**
 * This month's grants together against their caps.
 *
 * @param budget the sum of the grants' caps
 * @param spent what was spent under them this UTC month
 * @param forecast at the month's end at the pace so far, as the ledger says
 * @param grants the single grants, dearest first
 */
public record MonthBudget(
    NanoUsd budget, NanoUsd spent, NanoUsd forecast, List<GrantSpend> grants) {

  /** No grant. */
  public static final MonthBudget NONE =
      new MonthBudget(NanoUsd.ZERO, NanoUsd.ZERO, NanoUsd.ZERO, List.of());

  private static final double SOFT = 0.8;
  private static final int MOST_PAGES = 50;
  private static final int SHOWN = 6;

  /** Copies the list. */
  public MonthBudget {
    grants = List.copyOf(grants);
  }

  /** Reads the grants the actor sees and adds them up. */
  public static MonthBudget of(UsageQueries usage, Actor actor) {
    List<GrantSpend> all = new ArrayList<>();
    Page<GrantSpend> page;
    int asked = 0;
    do {
      page = usage.monthToDate(actor, new PageRequest(all.size(), PageRequest.MAX));
      all.addAll(page.items());
      asked++;
    } while (page.more() && asked < MOST_PAGES);
    NanoUsd budget = NanoUsd.ZERO;
    NanoUsd spent = NanoUsd.ZERO;
    NanoUsd forecast = NanoUsd.ZERO;
    for (GrantSpend grant : all) {
      budget = budget.plus(grant.budget());
      spent = spent.plus(grant.spent());
      forecast = forecast.plus(grant.forecast());
    }
    return new MonthBudget(budget, spent, forecast, all);
  }

  /** The share of the caps that is spent, 0 without a cap. */
  public double share() {
    return budget.value() == 0 ? 0 : (double) spent.value() / budget.value();
  }

  /** The share of the caps expected at the month's end. */
  public double forecastShare() {
    return budget.value() == 0 ? 0 : (double) forecast.value() / budget.value();
  }

  /** The budget as a section of a page. */
  public LedgerSection section() {
    LedgerSection section = new LedgerSection("Budget of the month").aside("all grants you see");
    if (grants.isEmpty()) {
      return section.with(
          Notice.empty(
              "No budget yet",
              "Each grant brings a monthly cap. Ask for access to a tier, and its cap stands here."));
    }
    Span of = new Span("of " + Formats.headline(budget) + ", " + Formats.share(share()));
    of.addClassName("u");
    Paragraph lead = new Paragraph(new Text(Formats.headline(spent)), of);
    lead.addClassName("lead");
    String words =
        Formats.share(share())
            + " spent, forecast "
            + Formats.share(forecastShare())
            + ", soft mark 80%";
    Paragraph below =
        new Paragraph(
            "spent "
                + Formats.share(share())
                + ", forecast "
                + Formats.share(forecastShare())
                + ", "
                + Formats.headline(forecast));
    below.addClassName("note");
    section.with(lead, new Meter(share(), forecastShare(), SOFT, words), below);
    grants.stream()
        .filter(
            grant ->
                grant.budget().value() > 0
                    && grant.spent().value() >= grant.budget().value() * SOFT)
        .limit(SHOWN)
        .forEach(
            grant ->
                section.with(
                    Notice.warning(
                        grant.applicationName()
                            + ", "
                            + grant.tier().code()
                            + ": "
                            + Formats.share((double) grant.spent().value() / grant.budget().value())
                            + " spent",
                        "The cap is "
                            + Formats.money(grant.budget())
                            + ". Calls beyond it are refused.")));
    KeyValues rows = new KeyValues();
    grants.stream()
        .limit(SHOWN)
        .forEach(
            grant ->
                rows.row(
                    grant.applicationName() + ", " + grant.tier().code(),
                    Formats.money(grant.spent()) + " of " + Formats.money(grant.budget())));
    return section.with(rows);
  }
}
