package io.marketplace.it.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.StreamResponse;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import io.marketplace.it.control.Access;
import io.marketplace.it.control.Await;
import io.marketplace.it.control.Ledger;
import io.marketplace.it.control.Started;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * From the wish to the bill: a developer asks for a tier, an approver grants it, a key is shown
 * once, a real model streams an answer to it, and the spend shows.
 */
class AccessJourneyIT {
  private final Browser browser = new Browser();
  private final String application = Access.fresh("Journey");

  @AfterEach
  void leave() {
    browser.close();
  }

  @Test
  void aTeamGetsFromTheWishToTheBill() {
    Page developer = browser.signedIn("dev-retail", "/");
    String request = ask(developer);
    approve(request);
    // The open page learns of it by itself.
    assertThat(developer.getByRole(AriaRole.MAIN)).containsText("granted");
    Shots.take(developer, "6-request-granted");
    String secret = issueKey(developer);
    long before = openSpend(developer);
    assertThat(chat(secret)).isNotBlank();
    Await.until("the call on the open page", Ledger.SOON, () -> calls(developer) > before);
    findOnPages(developer);
    assertThat(row(developer)).containsText("1");
    Shots.take(developer, "8-spend");
  }

  /** Fills the wizard; the address of the request that was sent. */
  private String ask(Page page) {
    Shots.take(page, "1-home");
    page.navigate(Started.portal("/requests/new?tier=code"));
    Locator name = page.getByLabel("Or register a new one");
    name.fill(application);
    button(page, "Register").click();
    assertThat(
            page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Application")))
        .hasValue(Pattern.compile("^" + application));
    Shots.take(page, "2-wizard-for");
    button(page, "Go on").click();
    page.getByLabel("Purpose").fill("Completes code in our editor; a developer reads every line.");
    button(page, "Go on").click();
    page.getByLabel("Monthly cap").fill("20");
    page.getByLabel("Requests a month").fill("1000");
    button(page, "Go on").click();
    assertThat(page.getByRole(AriaRole.MAIN)).containsText(application);
    Locator send = button(page, "Send request");
    assertThat(send).isVisible();
    Shots.take(page, "3-wizard-review");
    send.click();
    page.waitForURL(address -> address.matches(".*/requests/[0-9a-f-]{36}$"));
    assertThat(page.getByRole(AriaRole.MAIN)).containsText("an approver");
    String address = page.url();
    return address.substring(address.lastIndexOf('/') + 1);
  }

  private void approve(String request) {
    Page page = browser.signedIn("approver-retail", "/inbox");
    Shots.take(page, "4-inbox");
    page.navigate(Started.portal("/inbox/" + request));
    assertThat(page.getByRole(AriaRole.MAIN)).containsText(application);
    Shots.take(page, "5-inbox-request");
    page.getByLabel("Reason").fill("Good use, small cap.");
    button(page, "Approve").click();
    assertThat(page.getByText("The grant is in force")).isVisible();
    page.context().close();
  }

  /** Has a key issued; its secret as the dialog shows it. */
  private String issueKey(Page page) {
    page.navigate(Started.portal("/keys"));
    button(page, "Create key").first().click();
    Locator dialog = page.getByRole(AriaRole.DIALOG);
    Locator choice =
        dialog.getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName("Application"));
    choice.fill(application);
    page.getByRole(AriaRole.OPTION)
        .filter(new Locator.FilterOptions().setHasText(application))
        .click();
    assertThat(dialog.getByRole(AriaRole.CHECKBOX, new Locator.GetByRoleOptions().setName("code")))
        .isChecked();
    dialog.getByLabel("Name").fill("journey");
    dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Create key")).click();
    Locator shown = page.locator("#secret");
    assertThat(shown).containsText("mk_live_");
    String secret = shown.textContent();
    assertThat(secret).matches("mk_live_[0-9A-Za-z]{49}");
    // Escape does not take the only copy away.
    page.keyboard().press("Escape");
    assertThat(shown).isVisible();
    Locator close =
        page.getByRole(
            AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Close").setExact(true));
    assertThat(close).isDisabled();
    page.getByLabel("I have stored the key").check();
    close.click();
    assertThat(shown).hasCount(0);
    findOnPages(page);
    Locator row = row(page);
    assertThat(row).containsText("code");
    assertThat(page.content()).doesNotContain(secret);
    page.reload();
    assertThat(page.getByRole(AriaRole.TABLE)).isVisible();
    findOnPages(page);
    assertThat(row).isVisible();
    assertThat(page.content()).doesNotContain(secret);
    Shots.take(page, "7-keys");
    return secret;
  }

  /** Opens the page and says how many calls this month has. */
  private long openSpend(Page page) {
    page.navigate(Started.portal("/spend"));
    assertThat(page.getByRole(AriaRole.MAIN)).containsText("Who spends it");
    return calls(page);
  }

  /** The calls of the month as the table sums them up; 0 while there is no table. */
  private static long calls(Page page) {
    List<String> cells =
        page.getByRole(AriaRole.ROW)
            .filter(new Locator.FilterOptions().setHasText("Total"))
            .getByRole(AriaRole.CELL)
            .allTextContents();
    return cells.isEmpty() ? 0 : Long.parseLong(cells.get(2).replaceAll("\\D", ""));
  }

  /** Turns the pages of a list until it shows the application. */
  private void findOnPages(Page page) {
    Locator place = page.getByText(Pattern.compile("^\\d+ to \\d+$"));
    Locator next = button(page, "Next");
    while (row(page).count() == 0 && next.isVisible() && next.isEnabled()) {
      String before = place.textContent();
      next.click();
      assertThat(place).not().hasText(before);
    }
  }

  private static String chat(String secret) {
    OpenAIClient client =
        OpenAIOkHttpClient.builder()
            .baseUrl(Started.variable("OPENAI_BASE_URL"))
            .apiKey(secret)
            .maxRetries(0)
            .build();
    ChatCompletionCreateParams params =
        ChatCompletionCreateParams.builder()
            .model("code")
            .addUserMessage("Write a function that adds two numbers.")
            .maxCompletionTokens(32)
            // The likeliest token each time: a sampled one may end the answer before it begins.
            .temperature(0)
            .build();
    Await.until(
        "the key at the gateway",
        Duration.ofSeconds(1),
        () -> !client.models().list().data().isEmpty());
    try (StreamResponse<ChatCompletionChunk> stream =
        client.chat().completions().createStreaming(params)) {
      List<ChatCompletionChunk> chunks = stream.stream().toList();
      assertThat(chunks).hasSizeGreaterThan(1);
      return chunks.stream()
          .flatMap(chunk -> chunk.choices().stream())
          .flatMap(choice -> choice.delta().content().stream())
          .collect(Collectors.joining());
    }
  }

  private Locator row(Page page) {
    return page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(application));
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }
}
