package io.marketplace.ui.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.model.audit.Author;
import io.marketplace.model.audit.ChainedEvent;
import io.marketplace.model.audit.Facts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class AuditExportTest {

  private static final ChainedEvent EVENT =
      new ChainedEvent(
          7,
          UUID.fromString("01930000-0000-7000-8000-000000000001"),
          Instant.parse("2026-11-21T12:00:00.5Z"),
          Optional.empty(),
          new Author("sub", "=cmd|' /C calc'!A0", Optional.of("192.0.2.7")),
          "key.issued",
          "key",
          "1",
          Facts.NONE,
          Facts.of("name", "a \"quoted\" name, with a comma"),
          ChainedEvent.GENESIS,
          "f".repeat(64));

  private static String export(AuditExport form) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    form.write(reader -> reader.accept(EVENT), out);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aTableIsReadAsTextAndBearsTheChain() throws IOException {
    assertThat(export(AuditExport.CSV).lines())
        .hasSize(2)
        .last()
        .asString()
        .startsWith("7,01930000-0000-7000-8000-000000000001,2026-11-21T12:00:00.500000Z,,")
        .contains("'=cmd|")
        .contains("\"name: a \"\"quoted\"\" name, with a comma\"")
        .endsWith("," + "f".repeat(64));
  }

  @Test
  void programsGetTheLinesThatTheHashesAreOf() throws IOException {
    assertThat(export(AuditExport.NDJSON))
        .isEqualTo(EVENT.line() + "\n")
        .contains("\"hash\":\"" + "f".repeat(64) + "\"")
        .contains("\"name\":\"a \\\"quoted\\\" name, with a comma\"");
  }
}
