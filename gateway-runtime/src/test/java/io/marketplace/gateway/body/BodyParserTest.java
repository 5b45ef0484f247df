package io.marketplace.gateway.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.marketplace.gateway.problem.GatewayProblem;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyParserTest {

  private static final String MESSAGES = "\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]";

  private final BodyParser parser = new BodyParser();

  private RequestBody chat(String json) {
    return parser.parse(json.getBytes(StandardCharsets.UTF_8), BodyShape.CHAT);
  }

  private String rewritten(String json, String model, boolean askUsage) {
    return new String(
        Rewrite.forUpstream(chat(json), model, askUsage, OptionalLong.empty()),
        StandardCharsets.UTF_8);
  }

  @Test
  void onlyTheTopLevelModelIsReplacedAndEveryOtherByteStays() {
    String before =
        "{ \"tools\" : [{\"model\":\"inner\"}], \"x\":{\"model\":\"nested\"},"
            + MESSAGES
            + ",\n\"model\"\t: \"utility\" , \"emoji\":\"é😀\\u0041\" } \n";
    assertThat(rewritten(before, "SmolLM2", false))
        .isEqualTo(before.replace("\"utility\"", "\"SmolLM2\""));
  }

  @Test
  void bytesBehindUnicodeAreFoundAtTheirPlace() {
    String before =
        "{\"messages\":[{\"content\":\"€uro 日本語 😀\"}],\"ключ\":\"значение\",\"model\":\"ut\\u0069lity\"}";
    assertThat(chat(before).model()).isEqualTo("utility");
    assertThat(rewritten(before, "a\"b\\c", false))
        .isEqualTo(before.replace("\"ut\\u0069lity\"", "\"a\\\"b\\\\c\""));
  }

  @Test
  void anEscapedNameIsTheSameFieldAndMayNotStandTwice() {
    assertThat(chat("{\"mod\\u0065l\":\"utility\"," + MESSAGES + "}").model()).isEqualTo("utility");
    assertThatThrownBy(
            () -> chat("{\"model\":\"utility\",\"mod\\u0065l\":\"reasoning\"," + MESSAGES + "}"))
        .asInstanceOf(type(GatewayProblem.class))
        .satisfies(problem -> assertThat(problem.param()).isEqualTo("model"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                             | ,\"stream_options\":{\"include_usage\":true}",
        ",\"stream_options\":null                        | ,\"stream_options\":{\"include_usage\":true}",
        ",\"stream_options\":{}                          | ,\"stream_options\":{\"include_usage\":true}",
        ",\"stream_options\":{\"include_usage\":false}   | ,\"stream_options\":{\"include_usage\":true}",
        ",\"stream_options\":{\"x\":1}                   | ,\"stream_options\":{\"include_usage\":true,\"x\":1}",
        ",\"stream_options\":{\"include_usage\":true}    | ,\"stream_options\":{\"include_usage\":true}",
      })
  void theUsageReportIsAskedForHoweverTheOptionsStand(String before, String after) {
    String head = "{\"model\":\"utility\",\"stream\":true," + MESSAGES;
    assertThat(rewritten(head + before + "}", "m", true))
        .isEqualTo(head.replace("utility", "m") + after + "}");
  }

  @Test
  void optionsBeforeTheModelAreRewrittenToo() {
    assertThat(
            rewritten(
                "{\"stream_options\":{\"include_usage\":false}," + MESSAGES + ",\"model\":\"u\"}",
                "m",
                true))
        .isEqualTo(
            "{\"stream_options\":{\"include_usage\":true}," + MESSAGES + ",\"model\":\"m\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"model\":5                                  | model",
        "\"model\":null                               | model",
        "\"model\":\"\"                               | model",
        "\"model\":\"u\",\"stream\":\"yes\"           | stream",
        "\"model\":\"u\",\"max_tokens\":-1            | max_tokens",
        "\"model\":\"u\",\"max_tokens\":\"ten\"       | max_tokens",
        "\"model\":\"u\",\"max_tokens\":1.5           | max_tokens",
        "\"model\":\"u\",\"max_tokens\":99999999999999999999 | max_tokens",
        "\"model\":\"u\",\"max_completion_tokens\":-5 | max_completion_tokens",
        "\"model\":\"u\",\"n\":0                      | n",
        "\"model\":\"u\",\"temperature\":-0.1         | temperature",
        "\"model\":\"u\",\"temperature\":1e999        | temperature",
        "\"model\":\"u\",\"top_p\":\"high\"           | top_p",
        "\"model\":\"u\",\"metadata\":[]              | metadata",
        "\"model\":\"u\",\"stream_options\":7         | stream_options",
        "\"model\":\"u\\u0000\"                        | model",
        "\"model\":\"u\",\"n_predict\":-1             | n_predict",
        "\"model\":\"u\",\"n_predict\":10             | n_predict",
        "\"model\":\"u\",\"n_cmpl\":9                 | n_cmpl",
        "\"model\":\"u\",\"max_tokens\":1,\"Max_Tokens\":9 | max_tokens",
        "\"model\":\"u\",\"max_to\u212Aens\":9          | max_tokens",
        "\"model\":\"u\",\"N\":9                      | n",
        "\"model\":\"u\",\"service_tier\":\"priority\" | service_tier",
        "\"model\":\"u\",\"service_tier\":\"flex\"  | service_tier",
        "\"model\":\"u\",\"service_tier\":7         | service_tier",
        "\"model\":\"u\",\"service_tier\":\"auto\",\"service_tier\":\"priority\" | service_tier",
        "\"model\":\"u\",\"Service_Tier\":\"priority\" | service_tier",
        "\"model\":\"u\",\"web_search_options\":{}  | web_search_options",
        "\"model\":\"u\",\"plugins\":[{\"id\":\"web\"}] | plugins",
        "\"model\":\"u\",\"models\":[\"dearer\"]    | models",
        "\"model\":\"u\",\"modalities\":[\"text\",\"audio\"] | modalities",
        "\"model\":\"u\",\"tools\":[{\"type\":\"function\"},{\"type\":\"web_search_preview\"}] | tools[1].type",
        "\"model\":\"u\",\"tools\":[{\"type\":\"function\",\"type\":\"web_search\"}] | tools[0].type",
        "\"model\":\"u\",\"tools\":[{\"Type\":\"code_interpreter\"}] | tools[0].type",
        "\"model\":\"u\",\"tools\":[{\"type\":null}] | tools[0].type",
        "\"model\":\"u\",\"metadata\":{\"a\":\"1\",\"a\":\"2\"} | metadata.a",
      })
  void aFieldAtFaultIsNamed(String fields, String param) {
    assertThatThrownBy(() -> chat("{" + fields + "," + MESSAGES + "}"))
        .asInstanceOf(type(GatewayProblem.class))
        .satisfies(problem -> assertThat(problem.param()).isEqualTo(param));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"service_tier\":\"auto\"",
        "\"service_tier\":\"default\"",
        "\"service_tier\":\"standard\"",
        "\"service_tier\":\"standard_only\"",
        "\"service_tier\":null",
        "\"web_search_options\":null",
        "\"modalities\":[\"text\"]",
        "\"tools\":[{\"type\":\"function\",\"function\":{\"parameters\":{\"type\":\"object\"}}}]",
        "\"tools\":[{\"type\":\"custom\",\"custom\":{\"name\":\"x\"}}]",
        "\"tools\":null",
        "\"tools\":[]",
        "\"whatever\":{\"service_tier\":\"priority\",\"type\":\"web_search\"}",
        "\"cache_control\":null",
        "\"whatever\":{\"cache_control\":null,\"say\":\"cache_control\"}",
        "\"tools\":[{\"type\":\"function\",\"function\":{\"parameters\":{\"properties\":{\"cache_control\":{\"type\":\"string\"}}}}}]",
      })
  void whatLeavesThePriceAsItIsPasses(String field) {
    String body = "{\"model\":\"u\"," + field + "," + MESSAGES + "}";
    assertThat(rewritten(body, "m", false)).isEqualTo(body.replace("\"u\"", "\"m\""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"cache_control\":{\"type\":\"ephemeral\"}",
        "\"cache_control\":true",
        "\"Cache_Control\":{}",
        "\"cache\\u005fcontrol\":{}",
        "\"cache_control\":null,\"cache_control\":{}",
        "\"cache_control_injection_points\":[{\"location\":\"message\"}]",
        "\"system\":[{\"type\":\"text\",\"text\":\"s\",\"cache_control\":{\"type\":\"ephemeral\"}}]",
        "\"tools\":[{\"type\":\"function\",\"cache_control\":{}}]",
        "\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"f\",\"cache_control\":{}}}]",
        "\"tools\":{\"cache_control\":{}}",
        "\"functions\":[{\"name\":\"f\",\"cache_control\":{}}]",
        "\"metadata\":{\"a\":{\"cache_control\":{}}}",
        "\"stream_options\":{\"x\":{\"cache_control\":{}}}",
        "\"documents\":[{\"text\":\"d\",\"cache_control\":{}}]",
        "\"input\":[{\"content\":[{\"cache_control\":{}}]}]",
        "\"extra_body\":{\"x\":[[{\"cache_control\":{\"type\":\"ephemeral\",\"ttl\":\"1h\"}}]]}",
        "\"properties\":[{\"cache_control\":{}}]",
      })
  void theWritingOfAPromptCacheIsFoundWhereverItIsAskedFor(String field) {
    assertThatThrownBy(() -> chat("{\"model\":\"u\"," + field + "," + MESSAGES + "}"))
        .asInstanceOf(type(GatewayProblem.class))
        .satisfies(problem -> assertThat(problem.param()).startsWith("cache_control"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"role\":\"user\",\"content\":\"hi\",\"cache_control\":{\"type\":\"ephemeral\"}}",
        "{\"role\":\"user\",\"content\":[{\"text\":\"hi\",\"cache_control\":{\"type\":\"ephemeral\"}}]}",
        "{\"role\":\"user\",\"content\":[{\"text\":\"a\"},{\"cache_control\":[],\"text\":\"hi\"}]}",
        "{\"role\":\"tool\",\"content\":[{\"content\":[{\"cache_control\":\"x\"}]}]}",
      })
  void theWritingOfAPromptCacheIsFoundInMessages(String message) {
    assertThatThrownBy(
            () -> chat("{\"model\":\"u\",\"messages\":[{\"role\":\"user\"}," + message + "]}"))
        .asInstanceOf(type(GatewayProblem.class))
        .satisfies(problem -> assertThat(problem.param()).isEqualTo("cache_control"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "null",
        "{",
        "{\"model\":\"u\"",
        "{\"model\":\"u\",\"messages\":[{}]} {}",
        "{\"model\":\"u\",\"messages\":[{}],\"temperature\":NaN}",
        "{\"model\":\"u\",\"messages\":[{}],}",
        "{\"model\":\"u\",\"messages\":[{}",
        "{\"model\":\"u\",\"messages\":[]}",
        "{\"model\":\"u\"}",
        "\uFEFF{\"model\":\"u\",\"messages\":[{}]}",
      })
  void whatIsNoRequestIsRefused(String json) {
    assertThatThrownBy(() -> chat(json)).isInstanceOf(GatewayProblem.class);
  }

  @Test
  void invalidUtf8IsRefusedWhereverItStands() {
    byte[] bytes =
        ("{\"model\":\"u\"," + MESSAGES + ",\"x\":\"?\"}").getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length - 3] = (byte) 0xff;
    assertThatThrownBy(() -> parser.parse(bytes, BodyShape.CHAT))
        .isInstanceOf(GatewayProblem.class)
        .hasMessageContaining("UTF-8");
  }

  @Test
  void endlessNestingIsRefused() {
    String deep = "[".repeat(100_000);
    assertThatThrownBy(() -> chat("{\"model\":\"u\",\"messages\":" + deep))
        .isInstanceOf(GatewayProblem.class);
  }

  @Test
  void theMessageNeverQuotesTheBody() {
    assertThatThrownBy(() -> chat("{\"model\":\"u\",\"messages\":[secret-prompt]}"))
        .isInstanceOf(GatewayProblem.class)
        .hasMessageNotContaining("secret");
  }

  @Test
  void textsOfMetadataAreRead() {
    RequestBody body =
        chat("{\"model\":\"u\",\"metadata\":{\"agent\":\"a\",\"n\":1,\"o\":{}}," + MESSAGES + "}");
    assertThat(body.metadata()).containsOnly(Map.entry("agent", "a"));
  }

  @Test
  void imagesAreCountedWhereverTheyStand() {
    String body =
        """
        {"model":"vision","messages":[{"role":"user","content":[{"type":"text","text":"image_url"},
          {"type":"image_url","image_url":{"url":"data:,"}},{"type":"image_url","image_url":"x"}]},
          {"role":"user","content":[{"image_url":{"url":"y"},"type":"image_url"}]}]}""";
    assertThat(
            new BodyParser().parse(body.getBytes(StandardCharsets.UTF_8), BodyShape.CHAT).images())
        .isEqualTo(3);
  }
}
