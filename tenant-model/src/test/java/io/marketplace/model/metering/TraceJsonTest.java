package io.marketplace.model.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.TenantId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TraceJsonTest {

  @Test
  void whatTheDatabaseCouldNotKeepIsReplaced() {
    DecidedCall call =
        new DecidedCall(
            CallId.create(),
            Instant.EPOCH,
            TenantId.create(),
            ApplicationId.create(),
            "a\0b\u0001\"",
            404,
            "model_not_found",
            List.of(new CallDecision("step", "refused", List.of("why", "\0"), 7)));
    assertThat(call.json())
        .contains("\"alias\":\"a\uFFFDb\\u0001\\\"\"", "{\"why\":\"\uFFFD\"}")
        .doesNotContain("u0000")
        .doesNotContain("\0");
  }
}
