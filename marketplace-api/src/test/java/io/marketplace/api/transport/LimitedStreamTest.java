package io.marketplace.api.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marketplace.model.problem.MarketplaceException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class LimitedStreamTest {

  @Test
  void upToTheLimitEverythingIsRead() throws IOException {
    try (InputStream in = new LimitedStream(new ByteArrayInputStream(new byte[10]), 10)) {
      assertThat(in.readAllBytes()).hasSize(10);
    }
  }

  @Test
  void oneByteMoreIsRefused() throws IOException {
    try (InputStream in = new LimitedStream(new ByteArrayInputStream(new byte[11]), 10)) {
      assertThatThrownBy(in::readAllBytes)
          .isInstanceOfSatisfying(
              MarketplaceException.class, e -> assertThat(e.code().status()).isEqualTo(413));
    }
  }
}
