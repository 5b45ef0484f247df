package io.marketplace.ui.policy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.marketplace.model.kernel.Input;
import io.marketplace.model.policy.DecidePolicy;
import io.marketplace.model.policy.DecidePolicy.HopVerdict;
import io.marketplace.model.policy.Sensitivity;
import io.marketplace.ui.component.DataTable;
import io.marketplace.ui.component.FieldErrors;
import io.marketplace.ui.component.LedgerSection;
import io.marketplace.ui.shell.Reader;
import java.util.Optional;

/** Asks what would become of one call, by what is in force. */
final class ExplainSection extends Div {

  private static final long serialVersionUID = 1L;

  private final transient Reader reader;
  private final transient PolicyDoor door;
  private final Select<Sensitivity> data = new Select<>();
  private final TextField alias = new TextField("Alias");
  private final Div answer = new Div();

  ExplainSection(Reader reader, PolicyDoor door) {
    this.reader = reader;
    this.door = door;
    data.setLabel("Data that is");
    data.setItems(Sensitivity.values());
    data.setItemLabelGenerator(Sensitivity::code);
    data.setValue(Sensitivity.INTERNAL);
    alias.setMaxLength(64);
    alias.setPlaceholder("utility");
    answer.getElement().setAttribute("aria-live", "polite");
    FieldErrors errors = new FieldErrors().map("alias", alias);
    Button ask = new Button("Explain", event -> errors.run(this::ask));
    Div line = new Div(data, alias, ask);
    line.addClassName("filters");
    add(new LedgerSection("Explain a call").aside("nothing is called").with(line, answer));
  }

  private void ask() {
    DecidePolicy.Explanation explained =
        door.decide(
            reader.viewer(),
            new DecidePolicy.Question(
                data.getValue(),
                Input.optionalLine("alias", alias.getValue(), 64),
                Optional.empty(),
                Optional.empty()));
    answer.removeAll();
    Paragraph sum =
        new Paragraph(
            (explained.lawful() ? "It may be answered" : "Nobody may answer it")
                + ", by "
                + explained.law()
                + ".");
    DataTable<HopVerdict> table =
        new DataTable<HopVerdict>("Each place in question with its verdict")
            .words("Place", ExplainSection::place)
            .words("Jurisdiction", hop -> hop.hop().provider().jurisdiction())
            .parts("Verdict", hop -> LawMatrix.cell(hop.verdict()))
            .parts("Why", hop -> said(hop.verdict().why()));
    table.show(explained.hops());
    answer.add(sum, table);
  }

  private static String place(HopVerdict hop) {
    String provider = hop.hop().provider().name();
    return hop.hop().pool().isEmpty()
        ? provider
        : hop.hop().pool() + " / " + hop.hop().model() + ", " + provider;
  }

  private static Component said(String words) {
    Paragraph said = new Paragraph(words);
    said.addClassName("said");
    return said;
  }
}
