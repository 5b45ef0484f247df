package io.marketplace.it.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.marketplace.it.control.ControlApi.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.marketplace.it.control.Access;
import io.marketplace.it.control.ControlApi.Caller;
import io.marketplace.it.control.Routing;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Forms in bad hands: negative and absurd numbers, scripts for names, formulas for tables, a verb
 * pressed twice. Each is refused beside its field, or shown as the text it is.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormsIT {
  private final Browser browser = new Browser();
  private Page approver;
  private Page admin;

  @BeforeAll
  void signIn() {
    approver = browser.signedIn("approver-retail", "/catalogue");
    admin = browser.signedIn("admin", "/catalogue");
  }

  @AfterAll
  void leave() {
    browser.close();
  }

  @Test
  void budgets() {
    Form form = new Form(approver);
    form.go("/budgets");
    form.open("Set a budget");
    form.refused("Set budget", "This must be chosen.");
    form.choose("Whose spend", "agent");
    String agent = Access.fresh("agent") + Form.SCRIPT;
    form.fill("Value", agent);
    form.refusedEach(
        "Cap, $",
        List.of("", "-5", "1e9", "NaN", "0x10", "9999999999999", "1.0000000001"),
        "Set budget",
        "must be an amount in US dollars");
    form.fill("Cap, $", "1,000.50");
    form.refusedEach(
        "Warn from, % of the cap", List.of("0", "101", "-1", "8.5", ""), "Set budget", "1 to 100");
    form.fill("Warn from, % of the cap", "80");
    form.twice("Set budget", "Budget set");
    Locator row = row(approver, agent);
    assertThat(row).hasCount(1);
    assertThat(row).containsText("1,000.50");
    form.assertNothingRan();
  }

  @Test
  void limits() {
    String application = Access.fresh("Limited") + "<b>";
    String unused = Access.application(application);
    Form form = new Form(approver);
    form.go("/limits");
    form.open("Set limit");
    form.refused("Set limit", "This must be chosen.");
    form.pick("Which one", application);
    form.refusedEach(
        "Requests a minute",
        List.of("0", "-1", "1.5", "ten", "1e3", "99999999999999999999"),
        "Set limit",
        "whole number");
    form.fill("Requests a minute", "");
    form.refused("Set limit", "This or another of these must be said");
    form.fill("Calls at a time", "99999999999");
    form.refused("Set limit", "larger than any pool");
    form.fill("Calls at a time", "");
    form.fill("Requests a minute", "60,000");
    form.twice("Set limit", "Limit set");
    approver.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill(application);
    assertThat(row(approver, application)).hasCount(1);
    assertThat(row(approver, application)).containsText("60,000");
    form.assertNothingRan();
  }

  @Test
  void guardrails() {
    Form form = new Form(approver);
    form.go("/guardrails");
    form.open("Add rule");
    form.refusedEach(
        "Name, told to callers",
        List.of("", Form.SCRIPT, "-x", "A", "x".repeat(41)),
        "Add",
        "small letters, digits and hyphens, no hyphen first");
    form.fill("Name, told to callers", "too-long");
    form.choose("Looks for", "too much text");
    form.refusedEach(
        "Most characters", List.of("-3", "", "1.5", "9999999999999"), "Add", "This must be");
    form.choose("Looks for", "regular expressions");
    form.fill("What to look for, one a line", "(a+)+$\n[");
    form.button("Add").click();
    assertThat(form.dialog()).isVisible();
    form.choose("Looks for", "a deny list of terms");
    form.fill("What to look for, one a line", Form.SCRIPT + "\nforbidden");
    form.button("Add").click();
    assertThat(approver.getByRole(AriaRole.MAIN)).containsText("Draft, not in force");
    approver
        .getByLabel("Text", new Page.GetByLabelOptions().setExact(true))
        .fill("a forbidden " + Form.SCRIPT);
    approver
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Test").setExact(true))
        .click();
    assertThat(approver.getByRole(AriaRole.MAIN)).containsText("Passes, redacted");
    form.assertNothingRan();
    approver
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Throw the draft away"))
        .click();
    assertThat(approver.getByText("Draft, not in force")).hasCount(0);
  }

  @Test
  void prices() {
    try (Routing routing = new Routing(Access.fresh("alias"), "utility")) {
      String pool = routing.pool(URI.create("http://127.0.0.1:9/v1")).id();
      Form form = new Form(admin);
      form.go("/pools/" + pool);
      form.open("Set the price of " + Routing.MODEL);
      form.refusedEach(
          "Input, $ per 1M",
          List.of("-1", "", "1e3", "free", Form.SCRIPT, "9999999999999"),
          "Set price",
          "must be an amount in US dollars");
      form.fill("Input, $ per 1M", "1.25");
      form.fill("An image, $", "-0.01");
      form.refused("Set price", "must be an amount in US dollars");
      form.fill("An image, $", "");
      form.twice("Set price", "Price version 2 set");
      assertThat(row(admin, Routing.MODEL)).containsText("1.25");
      List<Integer> versions =
          as(Caller.ADMIN)
              .get("/pools/{id}/prices?model={model}", pool, Routing.MODEL)
              .then()
              .statusCode(200)
              .extract()
              .path("items.version");
      assertThat(versions).containsExactly(2, 1);
      form.assertNothingRan();
    }
  }

  @Test
  void invoices() throws IOException {
    try (Routing routing = new Routing(Access.fresh("alias"), "utility")) {
      String provider =
          as(Caller.ADMIN)
              .get("/providers/{id}", routing.provider())
              .then()
              .statusCode(200)
              .extract()
              .path("name");
      Form form = new Form(admin);
      form.go("/reconciliation");
      form.open("Import invoice");
      form.refused("Import invoice", "Whose invoice is it?");
      form.choose("Provider", provider);
      List<String> tables =
          List.of(
              "",
              "%PDF-1.7 not a table",
              "start_time,amount_value\n2026-01-01,1",
              "day,model,cost_usd\n2026-13-45,m,1\n",
              "day,model,cost_usd\n2026-01-01,\"=cmd|' /C calc'!A0\",1.50\n",
              "day,model,cost_usd\n2026-01-01,m,1e999\n");
      for (int refused = 0; refused < tables.size(); refused++) {
        attach(form, "bad.csv", tables.get(refused));
        form.button("Import invoice").click();
        assertThat(admin.getByText("Not done")).hasCount(refused + 1);
        assertThat(form.button("Import invoice")).isEnabled();
      }
      attach(
          form,
          Form.SCRIPT + ".csv",
          "day,model,cost_usd\n2026-01-01,m,1.50\n2026-01-02,\"%s\",2\n".formatted(Form.SCRIPT));
      form.twice("Import invoice", "Invoice imported");
      admin.waitForURL(address -> address.contains("/reconciliation/"));
      assertThat(admin.locator("main h1")).containsText("asks for $3.5");
      assertThat(admin.getByRole(AriaRole.TABLE)).containsText(Form.SCRIPT);
      form.assertNothingRan();
      Download file = admin.waitForDownload(() -> admin.getByText("Export CSV").click());
      assertThat(Files.readString(file.path(), StandardCharsets.UTF_8)).contains(Form.SCRIPT);
      form.go("/reconciliation");
      assertThat(row(admin, provider)).hasCount(1);
    }
  }

  @Test
  void keys() {
    String application = Access.application(Access.fresh("Forms") + "<i>");
    String unused = Access.grant(application, "utility");
    Form form = new Form(approver);
    form.go("/keys");
    form.open("Create key");
    form.pick("Application", "Forms");
    form.refused("Create key", "This must");
    String name = Access.fresh("key") + Form.SCRIPT;
    form.fill("Name", name);
    form.dialog().getByText("Narrow it further").click();
    form.refusedEach(
        "Only from these networks",
        List.of("10.0.0.0/33", "300.1.1.1", "::/129", Form.SCRIPT, "10.0.0.0/-1"),
        "Create key",
        "network");
    form.fill("Only from these networks", "10.0.0.0/8");
    form.refusedEach(
        "Different values of a label, at most", List.of("0", "-1", "x"), "Create key", "This must");
    form.fill("Different values of a label, at most", "5");
    form.dialog().getByText("Give it a budget").click();
    form.refusedEach(
        "Cap, $",
        List.of("-5", "1e9", Form.SCRIPT),
        "Create key",
        "must be an amount in US dollars");
    form.fill("Cap, $", "12.50");
    form.fill("Warn from, % of the cap", "0");
    form.refused("Create key", "1 to 100");
    form.fill("Warn from, % of the cap", "50");
    form.button("Create key").dblclick();
    assertThat(approver.locator("#secret")).containsText("mk_live_");
    approver.getByLabel("I have stored the key").check();
    approver
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Close").setExact(true))
        .click();
    assertThat(row(approver, name)).hasCount(1);
    form.assertNothingRan();
    Map<String, Object> budget =
        as(Caller.APPROVER)
            .get("/budgets?limit=200")
            .then()
            .statusCode(200)
            .extract()
            .path("items.find { it.name == '" + name + "' }");
    assertThat(budget)
        .containsEntry("capUsd", "12.5")
        .containsEntry("period", "month")
        .containsEntry("softPercent", 50);
  }

  @Test
  void budgetsOfPeople() {
    Form form = new Form(approver);
    form.go("/budgets");
    form.open("Set a budget");
    form.choose("Whose spend", "identity");
    form.fill("Cap, $", "250");
    form.refused("Set budget", "must be an e-mail address or identifier");
    form.refusedEach(
        "E-mail address or identifier",
        List.of("nobody@example.invalid", "bob", Form.SCRIPT),
        "Set budget",
        "Nobody here has this e-mail address or identifier");
    form.dialog().getByLabel("Each by itself").check();
    form.fill("Cap, $", "100000");
    form.twice("Set budget", "Budget set");
    Locator row = row(approver, "each person");
    assertThat(row).hasCount(1);
    assertThat(row).containsText("100,000.00");
    approver
        .getByLabel("Remove the budget of each person", new Page.GetByLabelOptions().setExact(true))
        .click();
    form.button("Remove budget").click();
    assertThat(row).hasCount(0);
    form.assertNothingRan();
  }

  @Test
  void webhooks() {
    as(Caller.APPROVER).delete("/webhooks");
    Form form = new Form(approver);
    form.go("/webhook");
    Locator main = approver.getByRole(AriaRole.MAIN);
    assertThat(main).containsText("Nobody is told");
    form.open("Set webhook");
    form.refusedEach(
        "Address",
        List.of(
            "", "hooks", "ftp://a.b", "http://169.254.169.254/", "http://u:p@a.b", "http://a.b#c"),
        "Set webhook",
        "This");
    form.fill("Address", "http://127.0.0.1:9/told?sig=s3cret");
    form.button("Set webhook").dblclick();
    assertThat(approver.locator("#secret")).containsText("whsec_");
    approver.getByLabel("I have stored the secret").check();
    form.button("Close").click();
    assertThat(main).containsText("Signals of budgets go to 127.0.0.1:9");
    assertThat(main).not().containsText("s3cret");
    main.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Send a test")).click();
    assertThat(approver.getByText("The test did not arrive: no answer")).isVisible();
    form.open("Change address");
    form.fill("Address", "http://127.0.0.1:9/other");
    form.twice("Change address", "Address changed");
    form.open("Remove");
    form.twice("Remove webhook", "Webhook removed");
    assertThat(main).containsText("Nobody is told");
    form.assertNothingRan();
  }

  private static void attach(Form form, String name, String table) {
    form.dialog()
        .locator("input[type=file]")
        .setInputFiles(new FilePayload(name, "text/csv", table.getBytes(StandardCharsets.UTF_8)));
  }

  private static Locator row(Page page, String text) {
    return page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(text));
  }
}
