package io.marketplace.ui.policy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.marketplace.model.policy.Law;
import io.marketplace.model.policy.PolicyDecision;
import io.marketplace.model.policy.ProviderTraits;
import io.marketplace.model.policy.SensitivityName;
import io.marketplace.model.policy.Verdict;
import io.marketplace.ui.component.DataTable;
import io.marketplace.ui.component.Notice;
import io.marketplace.ui.component.Small;
import io.marketplace.ui.component.State;
import io.marketplace.ui.format.Formats;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which data may go to which provider: a row for each provider, a column for each sensitivity. */
final class LawMatrix extends Div {

  private static final long serialVersionUID = 1L;

  /** Shows what {@code law} says of each of the providers there are. */
  void show(Law law, PolicyDoor.InForce now) {
    List<ProviderTraits> providers = now.providers();
    removeAll();
    if (providers.isEmpty()) {
      add(Notice.empty("No provider yet", "Register one, and it is shown here who may call it."));
      return;
    }
    DataTable<ProviderTraits> table =
        new DataTable<ProviderTraits>("Which data may go to which provider, and by which rule")
            .parts("Provider", LawMatrix::provider);
    for (SensitivityName level : now.names()) {
      table.parts(level.name(), provider -> cell(law.decide(level.rank(), provider)));
    }
    table.show(providers);
    add(table);
  }

  private static Component provider(ProviderTraits provider) {
    Div words = new Div(new Div(provider.name()), new Small(traits(provider)));
    words.addClassName("two");
    return words;
  }

  private static String traits(ProviderTraits provider) {
    return provider.jurisdiction()
        + ", processes in "
        + (provider.places().isEmpty() ? Formats.UNKNOWN : listed(provider.places()))
        + (provider.contracts().isEmpty() ? "" : "; " + listed(provider.contracts()))
        + (provider.certifications().isEmpty() ? "" : "; " + listed(provider.certifications()));
  }

  private static String listed(Set<String> words) {
    return words.stream().sorted().collect(Collectors.joining(", "));
  }

  /** A verdict as symbol and word, with the rule that decides. */
  static Component cell(Verdict verdict) {
    Div cell =
        new Div(
            verdict.lawful() ? State.good("Lawful") : State.trouble("Denied"),
            new Div(new Small(rule(verdict))));
    cell.getElement().setAttribute("title", verdict.why());
    return cell;
  }

  private static String rule(Verdict verdict) {
    Optional<PolicyDecision> denial =
        verdict.decisions().stream().filter(decision -> !decision.lawful()).findFirst();
    return denial
        .map(decision -> decision.rule().orElse("no rule allows it"))
        .orElseGet(
            () ->
                verdict.decisions().stream()
                    .map(decision -> decision.rule().orElse(""))
                    .distinct()
                    .collect(Collectors.joining(", ")));
  }
}
