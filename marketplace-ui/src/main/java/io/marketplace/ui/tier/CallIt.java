package io.marketplace.ui.tier;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.TabSheet;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.ui.component.LedgerSection;
import io.marketplace.ui.shell.Gateway;

/** How to call a tier, in four languages, ready to paste. */
final class CallIt extends Div {

  private static final long serialVersionUID = 1L;

  /** Code as it is typed. */
  @Tag("pre")
  private static final class Pre extends HtmlContainer {
    private static final long serialVersionUID = 1L;

    Pre(String text) {
      setText(text);
      getElement().setAttribute("tabindex", "0");
    }
  }

  CallIt(Tier tier) {
    TabSheet sheet = new TabSheet();
    sheet.addClassName("snippets");
    Snippets.of(tier, Gateway.baseUrl())
        .forEach((language, text) -> sheet.add(new Tab(language), new Pre(text)));
    Button copy = new Button("Copy");
    copy.addThemeName("small");
    copy.getElement()
        .executeJs(
            "this.addEventListener('click', () => {"
                + "const pre = [...document.querySelectorAll('.snippets pre')].find((p) => p.offsetParent);"
                + "if (pre) navigator.clipboard.writeText(pre.textContent).then(() => {"
                + "this.textContent = 'Copied'; setTimeout(() => { this.textContent = 'Copy'; }, 2000); }); })");
    Paragraph note =
        new Paragraph(
            "Call the alias, not the model: the alias stays when the model behind it changes. Any OpenAI-compatible client works with this base URL.");
    note.addClassName("note");
    add(new LedgerSection("Call it").aside(copy).with(sheet, note));
  }
}
