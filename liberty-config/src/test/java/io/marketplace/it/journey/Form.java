package io.marketplace.it.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.marketplace.it.control.Started;
import java.util.List;
import org.assertj.core.api.Assertions;

/** An open page with its forms, as somebody fills them who means no good. */
final class Form {
  /** What would leave its mark if it were taken for markup or a script anywhere. */
  static final String SCRIPT = "<img src=x onerror=window.hit=1><script>window.hit=1</script>";

  private final Page page;

  Form(Page page) {
    this.page = page;
  }

  void go(String path) {
    page.navigate(Started.portal(path));
    page.locator("main h1").waitFor();
  }

  /** Opens the dialog behind a button of the page. */
  Locator open(String button) {
    page.getByRole(AriaRole.MAIN)
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button).setExact(true))
        .first()
        .click();
    assertThat(dialog()).isVisible();
    return dialog();
  }

  Locator dialog() {
    return page.getByRole(AriaRole.DIALOG).last();
  }

  void fill(String label, String value) {
    dialog().getByLabel(label, new Locator.GetByLabelOptions().setExact(true)).fill(value);
  }

  /** Picks an option of a field that opens a list. */
  void choose(String label, String option) {
    dialog().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(label)).click();
    page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(option).setExact(true))
        .click();
  }

  /** Picks the first of what a field with a search finds. */
  void pick(String label, String text) {
    dialog().getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName(label)).fill(text);
    page.getByRole(AriaRole.OPTION)
        .filter(new Locator.FilterOptions().setHasText(text))
        .first()
        .click();
  }

  Locator button(String verb) {
    return dialog()
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(verb).setExact(true));
  }

  /** Presses the verb, which is refused with {@code words}; the dialog stays. */
  void refused(String verb, String words) {
    button(verb).click();
    assertThat(dialog().getByText(words).first()).isVisible();
    assertThat(button(verb)).isEnabled();
  }

  /** Each of the values in that field is refused with {@code words}. */
  void refusedEach(String label, List<String> values, String verb, String words) {
    for (String value : values) {
      fill(label, value);
      refused(verb, words);
    }
  }

  /** Presses the verb twice as fast as one can; the dialog goes, and {@code outcome} is said. */
  void twice(String verb, String outcome) {
    button(verb).dblclick();
    assertThat(page.getByText(outcome).first()).isVisible();
    assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
  }

  /** Nothing that was typed has run, here or in what it was shown as. */
  void assertNothingRan() {
    assertThat(page.locator("main script, main img")).hasCount(0);
    Assertions.assertThat(page.evaluate("typeof window.hit")).isEqualTo("undefined");
  }
}
