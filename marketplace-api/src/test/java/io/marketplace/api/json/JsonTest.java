package io.marketplace.api.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.marketplace.api.paging.Listing;
import io.marketplace.model.kernel.NanoUsd;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonTest {

  record Row(NanoUsd cost, Instant at, Optional<String> agent) {}

  @Test
  void moneyIsADecimalStringAndTimesAreRfc3339() throws JsonProcessingException {
    Row row = new Row(new NanoUsd(31_500), Instant.parse("2026-11-21T10:00:00Z"), Optional.empty());
    assertThat(Json.MAPPER.writeValueAsString(row))
        .isEqualTo("{\"cost\":\"0.0000315\",\"at\":\"2026-11-21T10:00:00Z\"}");
  }

  @Test
  void theEndOfAListIsSaid() throws JsonProcessingException {
    assertThat(Json.MAPPER.writeValueAsString(Listing.whole(List.of())))
        .isEqualTo("{\"items\":[],\"next\":null}");
  }
}
