package io.marketplace.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.marketplace.gateway.keys.AuthenticateKey;
import io.marketplace.gateway.line.CallHeaders;
import io.marketplace.gateway.line.GatewayCall;
import io.marketplace.gateway.line.Operation;
import io.marketplace.gateway.problem.GatewayProblem;
import io.marketplace.gateway.snapshot.Documents;
import io.marketplace.model.keys.KeyHasher;
import io.marketplace.model.metering.CallId;
import io.marketplace.model.problem.ProblemCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class CallReaderTest {
  private static final int MAX_BODY = 1024 * 1024;
  private static final byte[] LARGE =
      ("{\"model\":\"utility\",\"messages\":[{\"role\":\"user\",\"content\":\""
              + "a".repeat(200_000)
              + "\"}]}")
          .getBytes(StandardCharsets.UTF_8);

  private final Documents documents = new Documents();
  private final CallReader reader =
      new CallReader(
          new AuthenticateKey(
              KeyHasher.ofBase64(Documents.ZEROS),
              Clock.systemUTC(),
              key -> {
                // not asked here
              }),
          () -> Documents.parser().parse(documents.json()),
          Clock.systemUTC(),
          MAX_BODY);

  private GatewayCall read(CallHeaders headers, InputStream body, long length) throws IOException {
    // all of the room is one large body's
    try (BodyRoom.Part part = new BodyRoom(MAX_BODY, 10).part()) {
      return reader.read(CallId.create(), Operation.CHAT, headers, body, length, part);
    }
  }

  private CallHeaders key() {
    return name ->
        name.equalsIgnoreCase("Authorization") ? "Bearer " + documents.secret.reveal() : null;
  }

  @Test
  void aLargeBodyWithAKeyIsRead() throws Exception {
    for (long length : new long[] {LARGE.length, -1}) {
      GatewayCall call = read(key(), new ByteArrayInputStream(LARGE), length);
      assertThat(call.body().model()).isEqualTo("utility");
    }
  }

  @Test
  void aLargeBodyWithoutAKeyTakesNoRoom() {
    for (long length : new long[] {LARGE.length, -1}) {
      ByteArrayInputStream body = new ByteArrayInputStream(LARGE);
      GatewayProblem refused =
          catchThrowableOfType(GatewayProblem.class, () -> read(name -> null, body, length));
      assertThat(refused.code()).isEqualTo(ProblemCode.INVALID_API_KEY);
      assertThat(body.available()).isGreaterThan(LARGE.length - 2 * BodyRoom.FREE_BYTES);
    }
  }
}
