package io.marketplace.it.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.it.control.Access;
import io.marketplace.it.control.Access.IssuedKey;
import io.marketplace.it.control.Ledger;
import io.marketplace.it.control.Started;
import io.restassured.path.json.JsonPath;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What calls are booked under. */
class AttributionIT {

  private static HttpResponse<String> embed(String key, String more, String... headers) {
    HttpResponse<String> answer =
        Calls.post(
            key,
            "/v1/embeddings",
            "{\"model\":\"embedding\",\"input\":\"hi\"" + more + "}",
            headers);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer;
  }

  @Test
  void headersAreSummedUp() {
    String agent = Access.fresh("agent");
    String[] headers = {
      "Marketplace-Agent", agent,
      "Marketplace-Workflow", "billing",
      "Marketplace-Customer", "customer-7",
      "Marketplace-Use-Case", "dunning"
    };
    Ledger.row(Calls.requestId(embed(Started.key(), "", headers)));
    JsonPath row = Ledger.row(Calls.requestId(embed(Started.key(), "", headers)));
    assertThat(row.getMap("attribution"))
        .isEqualTo(
            Map.of(
                "agent",
                agent,
                "workflow",
                "billing",
                "customer",
                "customer-7",
                "useCase",
                "dunning"));
    JsonPath sums = Ledger.sums("agent,workflow,customer", agent);
    assertThat(sums.getList("items")).hasSize(1);
    assertThat(sums.getMap("items[0].group"))
        .isEqualTo(Map.of("agent", agent, "workflow", "billing", "customer", "customer-7"));
    assertThat(sums.getInt("items[0].requests")).isEqualTo(2);
    assertThat(sums.getInt("items[0].promptTokens")).isPositive();
  }

  @Test
  void baggageAndMetadataAreReadToo() {
    String agent = Access.fresh("agent");
    JsonPath row =
        Ledger.row(
            Calls.requestId(
                embed(
                    Started.key(),
                    ",\"metadata\":{\"workflow\":\"from-metadata\",\"agent\":\"loses\"}",
                    "baggage",
                    "marketplace-agent=" + agent + ",other=1")));
    assertThat(row.getString("attribution.agent")).isEqualTo(agent);
    assertThat(row.getString("attribution.workflow")).isEqualTo("from-metadata");
  }

  @Test
  void whatIsPinnedOnTheKeyWins() {
    String application = Access.application(Access.fresh("it"));
    Access.grant(application, "embedding");
    String agent = Access.fresh("pinned");
    IssuedKey key =
        Access.key(
            application, List.of("embedding"), Map.of("attribution", Map.of("agent", agent)));
    JsonPath row =
        Ledger.row(Calls.requestId(embed(key.secret(), "", "Marketplace-Agent", "somebody-else")));
    assertThat(row.getString("attribution.agent")).isEqualTo(agent);
  }
}
