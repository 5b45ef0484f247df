package io.marketplace.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.gateway.line.Answer;
import io.marketplace.gateway.line.GatewayCall;
import io.marketplace.gateway.snapshot.Documents;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.metering.TokenCount;
import io.marketplace.model.metering.UsageRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each part of a price over the whole line: what it is asked for stands on the row, and it is
 * charged. The provider reports 10 prompt tokens, 4 of them cached, and 3 completion tokens, 2 of
 * them of reasoning; a prompt token costs 150 nano-dollars.
 */
class PriceLineTest {

  private static final long PROMPT = 10 * 150;

  private final LineFixture line;

  PriceLineTest(@TempDir Path state) throws IOException {
    line = new LineFixture(state);
  }

  @AfterEach
  void stop() {
    line.close();
  }

  /** Prices in whole nano-dollars, of tokens for one; what is not named costs nothing. */
  private UsageRow booked(Map<String, Long> prices, String content) {
    StringBuilder price = new StringBuilder("\"completionNanoPerMillion\":");
    price.append(prices.getOrDefault("completion", 0L) * 1_000_000);
    append(price, "cachedPromptNanoPerMillion", prices.get("cached"), 1_000_000);
    append(price, "reasoningNanoPerMillion", prices.get("reasoning"), 1_000_000);
    append(price, "imageNano", prices.get("image"), 1);
    append(price, "requestNano", prices.get("request"), 1);
    line.documents
        .price(price.toString())
        .pool(1, Documents.PROVIDER_EU, line.upstream.url())
        .route("utility", "", 1);
    line.start();
    GatewayCall call =
        line.chat(
            "{\"model\":\"utility\",\"max_tokens\":9,\"messages\":[{\"role\":\"user\",\"content\":%s}]}"
                .formatted(content));
    Answer answer = line.answer(call);
    UsageRow row = line.row(call);
    assertThat(answer.headers()).containsEntry("Marketplace-Cost-Usd", row.cost().toDollars());
    return row;
  }

  private static void append(StringBuilder price, String name, @Nullable Long value, long times) {
    if (value != null) {
      price.append(",\"").append(name).append("\":").append(value * times);
    }
  }

  private static final String TEXT = "\"PARTS\"";
  private static final String IMAGES =
      """
      [{"type":"text","text":"PARTS"},{"type":"image_url","image_url":{"url":"data:image/png;base64,AA=="}},
       {"type":"image_url","image_url":{"url":"data:image/png;base64,AA=="}}]""";

  @Test
  void inputIsCharged() {
    UsageRow row = booked(Map.of(), TEXT);

    assertThat(row.cost()).isEqualTo(new NanoUsd(PROMPT));
    assertThat(row.tokens()).isEqualTo(new TokenCount(10, 4, 3, 2, TokenCount.Source.UPSTREAM));
  }

  @Test
  void cachedInputIsChargedByItsOwnPrice() {
    assertThat(booked(Map.of("cached", 7L), TEXT).cost()).isEqualTo(new NanoUsd(6 * 150 + 4 * 7));
  }

  @Test
  void outputIsChargedAndReasoningLikeItWithoutAPriceOfItsOwn() {
    assertThat(booked(Map.of("completion", 600L), TEXT).cost())
        .isEqualTo(new NanoUsd(PROMPT + 3 * 600));
  }

  @Test
  void reasoningIsChargedByItsOwnPrice() {
    UsageRow row = booked(Map.of("completion", 600L, "reasoning", 900L), TEXT);

    assertThat(row.cost()).isEqualTo(new NanoUsd(PROMPT + 600 + 2 * 900));
    assertThat(row.tokens().reasoning()).isEqualTo(2);
  }

  @Test
  void eachImageIsCharged() {
    UsageRow row = booked(Map.of("image", 40_000L), IMAGES);

    assertThat(row.cost()).isEqualTo(new NanoUsd(PROMPT + 2 * 40_000));
    assertThat(row.images()).isEqualTo(2);
  }

  @Test
  void eachAnsweredRequestIsChargedAndARefusedOneNotEvenItsImages() {
    assertThat(booked(Map.of("request", 5_000L), TEXT).cost())
        .isEqualTo(new NanoUsd(PROMPT + 5_000));

    UsageRow failed = failed();

    assertThat(failed.cost()).isEqualTo(NanoUsd.ZERO);
    assertThat(failed.images()).isZero();
  }

  private UsageRow failed() {
    GatewayCall call =
        line.chat(
            "{\"model\":\"utility\",\"messages\":[{\"role\":\"user\",\"content\":"
                + IMAGES.replace("PARTS", "STATUS400")
                + "}]}");
    assertThat(line.refused(call).code().status()).isEqualTo(400);
    return line.row(call);
  }
}
