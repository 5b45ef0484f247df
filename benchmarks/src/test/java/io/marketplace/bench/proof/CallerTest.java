package io.marketplace.bench.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.bench.pause.Pause;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CallerTest {

  private final Caller caller = new Caller("utility", "bench-test");
  private FakeGateway gateway;

  @BeforeEach
  void start() throws IOException {
    gateway = new FakeGateway();
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  private Reply chat(boolean streamed) {
    return caller.chat(gateway.address(), "key", streamed, 0);
  }

  @Test
  void aWholeAnswerHasItsIdAndItsCost() {
    assertThat(chat(false)).isEqualTo(new Reply(200, "r1", "", 400));
  }

  @Test
  void aStreamIsWholeWithItsLastEvent() {
    gateway.body = "data: {}\n\n";
    assertThat(chat(true)).isEqualTo(Reply.NONE);
    gateway.body = "data: {}\n\ndata: [DONE]\n\n";
    assertThat(chat(true).answered()).isTrue();
  }

  @Test
  void whatBreaksOffIsNoAnswer() throws IOException {
    gateway.cut = true;
    assertThat(chat(false)).isEqualTo(Reply.NONE);
    URI gone;
    try (FakeGateway other = new FakeGateway()) {
      gone = other.address();
    }
    assertThat(caller.chat(gone, "key", false, 0)).isEqualTo(Reply.NONE);
  }

  @Test
  void anErrorHasItsCode() {
    gateway.status = 429;
    gateway.body = "{\"error\":{\"code\":\"budget_exceeded\",\"message\":\"\"}}";
    assertThat(chat(false)).isEqualTo(new Reply(429, "r1", "budget_exceeded", 0));
    gateway.body = "<html>";
    assertThat(chat(false).code()).isEmpty();
  }

  @Test
  void aCrowdCallsUntilItLeaves() {
    Tally tally = new Tally();
    try (Crowd crowd = Crowd.start(caller, List.of(gateway.address()), "key", 3, 0, false, tally)) {
      assertThat(crowd).isNotNull();
      assertThat(Pause.until(Duration.ofSeconds(10), () -> tally.answered().size() > 10)).isTrue();
    }
    int answered = tally.answered().size();
    assertThat(tally.costNano()).isEqualTo(400L * answered);
    assertThat(tally.breaches()).isEmpty();
    assertThat(tally.count("200")).isEqualTo(answered);
  }

  @Test
  void aDatabasesAddressIsReadWithItsAccount() {
    Books books =
        new Books("postgresql://own:p%40ss@db:5544/marketplace?ssl=true", java.time.Instant.EPOCH);
    assertThat(books.url()).isEqualTo("jdbc:postgresql://db:5544/marketplace?ssl=true");
  }
}
