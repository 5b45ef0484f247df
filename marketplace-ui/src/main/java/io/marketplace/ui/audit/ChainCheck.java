package io.marketplace.ui.audit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import io.marketplace.model.audit.ChainVerdict;
import io.marketplace.model.audit.VerifyAudit;
import io.marketplace.model.kernel.Actor;
import io.marketplace.ui.component.Code;
import io.marketplace.ui.component.DataTable;
import io.marketplace.ui.component.LedgerSection;
import io.marketplace.ui.component.State;
import io.marketplace.ui.format.Formats;
import java.util.List;

/** Checks on demand whether the trail is as it was written. */
final class ChainCheck extends Div {

  private static final long serialVersionUID = 1L;

  private final transient VerifyAudit verify;
  private final transient Actor actor;
  private final Div result = new Div();

  ChainCheck(VerifyAudit verify, Actor actor) {
    this.verify = verify;
    this.actor = actor;
    result.getElement().setAttribute("aria-live", "polite");
    Button check = new Button("Check the chain");
    check.addThemeName("small");
    check.setDisableOnClick(true);
    check.addClickListener(
        event -> {
          check();
          check.setEnabled(true);
        });
    add(
        new LedgerSection("Integrity")
            .aside(check)
            .with(
                new Div(
                    "Each entry bears the hash of the one before it. A changed, removed or inserted entry breaks the chain."),
                result));
  }

  private void check() {
    DataTable<ChainVerdict> table =
        new DataTable<ChainVerdict>("Chains and whether they are intact")
            .words("Chain", verdict -> verdict.head().tenantName().orElse("Platform"))
            .figures("Entries", verdict -> Formats.count(verdict.entries()))
            .parts("State", ChainCheck::state)
            .parts("Hash of the last entry", ChainCheck::hash);
    List<ChainVerdict> verdicts = verify.verify(actor);
    table.show(verdicts);
    result.removeAll();
    result.add(table);
  }

  private static State state(ChainVerdict verdict) {
    if (verdict.flaw().isPresent()) {
      return State.trouble(verdict.flaw().get().what());
    }
    return verdict.sealed() ? State.good("Intact") : State.warning("Its end bears no valid seal");
  }

  private static Component hash(ChainVerdict verdict) {
    Code hash = new Code(verdict.head().hash().substring(0, 16) + "…");
    hash.getElement().setAttribute("title", verdict.head().hash());
    return hash;
  }
}
