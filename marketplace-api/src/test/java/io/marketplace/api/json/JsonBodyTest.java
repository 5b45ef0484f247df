package io.marketplace.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyTest {

  record Part(String name, int count) {}

  record Order(
      String title,
      @Nullable NanoUsd price,
      @Nullable Instant until,
      @Nullable List<Part> parts,
      @Nullable Boolean gift) {}

  @Test
  void readsWhatIsThereAndLeavesOutWhatIsNot() {
    Order order = order("{'title':'a','price':'12.50','until':'2026-12-31T00:00:00Z'}");
    assertThat(order)
        .isEqualTo(
            new Order(
                "a",
                new NanoUsd(12_500_000_000L),
                Instant.parse("2026-12-31T00:00:00Z"),
                null,
                null));
  }

  @Test
  void moneyAsANumberIsReadByItsDigits() {
    assertThat(order("{'title':'a','price':0.1}").price()).isEqualTo(new NanoUsd(100_000_000));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'price':'1'}|title",
        "{'title':null}|title",
        "{'title':7}|title",
        "{'title':true}|title",
        "{'title':{}}|title",
        "{'title':[]}|title",
        "{'title':'a','colour':'red'}|colour",
        "{'title':'a','price':'-1'}|price",
        "{'title':'a','price':-1}|price",
        "{'title':'a','price':'1e400'}|price",
        "{'title':'a','price':{}}|price",
        "{'title':'a','until':'tomorrow'}|until",
        "{'title':'a','until':17}|until",
        "{'title':'a','gift':'yes'}|gift",
        "{'title':'a','parts':{}}|parts",
        "{'title':'a','parts':[{'name':'b'}]}|parts[0].count",
        "{'title':'a','parts':[{'name':'b','count':'1'}]}|parts[0].count",
        "{'title':'a','parts':[{'name':'b','count':1.5}]}|parts[0].count",
        "{'title':'a','parts':[{'name':'b','count':99999999999}]}|parts[0].count",
        "{'title':'a\\u0000b'}|title",
        "{'title':'a\\ud800b'}|title",
      },
      quoteCharacter = '"')
  void aRefusalNamesTheField(String body, String field) {
    MarketplaceException refusal = refusal(bytes(body));
    assertThat(refusal.code()).isEqualTo(ProblemCode.INVALID_REQUEST);
    assertThat(refusal.field()).contains(field);
    assertThat(refusal.sentence()).startsWith(field).doesNotContain("io.marketplace", "java.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "null",
        "[]",
        "7",
        "{'title':'a'} {}",
        "{'title':'a','title':'b'}",
        "{title:'a'}",
        "{'title':NaN}"
      })
  void whatIsNoSuchDocumentIsRefused(String body) {
    MarketplaceException refusal = refusal(bytes(body));
    assertThat(refusal.code()).isEqualTo(ProblemCode.INVALID_REQUEST);
    assertThat(refusal.sentence()).doesNotContain("io.marketplace", "java.", "line");
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() {
    byte[] body = bytes("{'title':'a?'}");
    body[11] = (byte) 0xff;
    assertThat(refusal(body).sentence()).contains("UTF-8");
  }

  @Test
  void deepNestingIsRefused() {
    String body = "{'title':" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
    assertThat(refusal(bytes(body)).code()).isEqualTo(ProblemCode.INVALID_REQUEST);
  }

  private static Order order(String body) {
    return (Order) JsonBody.read(bytes(body), Order.class);
  }

  private static MarketplaceException refusal(byte[] body) {
    return catchThrowableOfType(MarketplaceException.class, () -> JsonBody.read(body, Order.class));
  }

  private static byte[] bytes(String body) {
    return body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }
}
