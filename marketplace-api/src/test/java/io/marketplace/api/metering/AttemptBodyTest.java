package io.marketplace.api.metering;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.marketplace.api.json.Json;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.metering.AttemptEnd;
import io.marketplace.model.metering.AttemptEntry;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AttemptBodyTest {

  @Test
  void anAttemptTellsWhoWasAskedAndWhatBecameOfIt() throws JsonProcessingException {
    AttemptEntry refused =
        new AttemptEntry(
            2,
            Optional.of("pool"),
            Optional.of("provider"),
            "model",
            Optional.empty(),
            AttemptEnd.REFUSED,
            Optional.of(503),
            12.5,
            10,
            3,
            "none",
            new NanoUsd(3_300));

    assertThat(Json.MAPPER.writeValueAsString(AttemptBody.of(refused)))
        .isEqualTo(
            "{\"ordinal\":2,\"pool\":\"pool\",\"provider\":\"provider\",\"model\":\"model\","
                + "\"outcome\":\"refused\",\"status\":503,\"ms\":12.5,\"promptTokens\":10,"
                + "\"completionTokens\":3,\"tokenSource\":\"none\",\"costUsd\":\"0.0000033\"}");
  }
}
