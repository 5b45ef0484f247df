package io.marketplace.gateway.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.marketplace.gateway.problem.GatewayProblem;
import io.marketplace.guard.Reading;
import io.marketplace.model.problem.ProblemCode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Streams: the same result however the bytes are cut, and nothing held that need not be. */
class ScreenedStreamTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DONE = "data: [DONE]\n\n";

  private final AtomicInteger ends = new AtomicInteger();

  private static String delta(int choice, String json) {
    return "data: {\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":"
        + choice
        + ",\"delta\":"
        + json
        + ",\"finish_reason\":null}]}\n\n";
  }

  private static String content(String text) {
    return delta(0, "{\"content\":\"" + text + "\"}");
  }

  private static String stop(int choice) {
    return delta(choice, "{}").replace("\"finish_reason\":null", "\"finish_reason\":\"stop\"");
  }

  private ScreenedStream screened(InputStream in, Reading reading) {
    return new ScreenedStream(in, new EventScreen(reading, true), ends::incrementAndGet);
  }

  private String read(InputStream in, Reading reading) throws IOException {
    try (InputStream stream = screened(in, reading)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private String read(String events) throws IOException {
    return read(
        new ByteArrayInputStream(events.getBytes(StandardCharsets.UTF_8)), Screens.redacting());
  }

  /** The texts of a stream by choice and member, joined as a client joins them. */
  private static Map<String, String> joined(String events) throws JsonProcessingException {
    Map<String, String> texts = new TreeMap<>();
    for (String event : events.split("\n\n", -1)) {
      if (event.startsWith("data: {")) {
        for (JsonNode choice : JSON.readTree(event.substring(6)).path("choices")) {
          String at = choice.path("index").asText() + " ";
          choice
              .path("delta")
              .properties()
              .forEach(
                  one -> {
                    if (one.getValue().isTextual()) {
                      texts.merge(at + one.getKey(), one.getValue().asText(), String::concat);
                    }
                  });
          for (JsonNode tool : choice.path("delta").path("tool_calls")) {
            texts.merge(
                at + "tool " + tool.path("index"),
                tool.path("function").path("arguments").asText(""),
                String::concat);
          }
        }
      }
    }
    return texts;
  }

  @Test
  void aCleanStreamPassesByteForByte() throws Exception {
    String clean =
        ": ping\n\n"
            + delta(0, "{\"role\":\"assistant\",\"content\":\"\"}")
            + content("Hello! ")
            + content("All is (well). ")
            + stop(0)
            + "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":1}}\n\n"
            + DONE;

    assertThat(read(clean)).isEqualTo(clean);
    assertThat(ends).hasValue(1);
  }

  @Test
  void whatSpansEventsIsRedacted() throws Exception {
    String out =
        read(
            content("Pay DE89 37")
                + content("04 0044 05")
                + content("32 0130 00, then write to ada@exa")
                + content("mple.com")
                + stop(0)
                + DONE);

    assertThat(joined(out))
        .containsEntry("0 content", "Pay [redacted:iban], then write to [redacted:email]");
    assertThat(out).endsWith(stop(0) + DONE).doesNotContain("DE89", "ada");
  }

  @Test
  void choicesAndToolCallsAreTextsOfTheirOwn() throws Exception {
    String out =
        read(
            delta(0, "{\"content\":\"DE89 3704 0044\"}")
                + delta(1, "{\"content\":\" 0532 0130 00\"}")
                + delta(0, "{\"content\":\" 0532 0130 00\"}")
                + delta(
                    1,
                    "{\"tool_calls\":[{\"index\":0,\"id\":\"t\",\"function\":{\"name\":\"mail\",\"arguments\":\"{'to':'ada@\"}}]}")
                + delta(
                    1,
                    "{\"tool_calls\":[{\"index\":1,\"function\":{\"arguments\":\"example.com\"}}]}")
                + delta(
                    1,
                    "{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"example.com'}\"}}]}")
                + stop(0)
                + stop(1)
                + DONE);

    assertThat(joined(out))
        .containsEntry("0 content", "[redacted:iban]")
        .containsEntry("1 content", " 0532 0130 00")
        .containsEntry("1 tool 0", "{'to':'[redacted:email]'}")
        .containsEntry("1 tool 1", "example.com");
    assertThat(out).contains("\"name\":\"mail\"");
  }

  @Test
  void theSameHoweverTheBytesAreCut() throws Exception {
    String events =
        content("So ada@exa")
            + content("mple.com in Zür")
            + content("ich 鷹 😀 and \\ud83d")
            + content("\\ude00, DE89 3704 0044 0532 ")
            + ": note\r\n\r\n"
            + content("0130 00")
            + stop(0)
            + DONE;
    byte[] bytes = events.getBytes(StandardCharsets.UTF_8);
    String whole = read(events);
    assertThat(joined(whole))
        .containsEntry(
            "0 content", "So [redacted:email] in [redacted:falcon] 😀 and 😀, [redacted:iban]");

    for (int cut = 1; cut < bytes.length; cut++) {
      InputStream halves =
          new SequenceInputStream(
              new ByteArrayInputStream(bytes, 0, cut),
              new ByteArrayInputStream(bytes, cut, bytes.length - cut));
      assertThat(read(halves, Screens.redacting())).as("cut at %s", cut).isEqualTo(whole);
    }
    assertThat(read(new OneByOne(bytes), Screens.redacting())).isEqualTo(whole);
  }

  @Test
  void theSameWhereverTheTextIsCutIntoEvents() throws Exception {
    String text = "Zürich 鷹: 😀DE89 3704 0044 0532 0130 00 or ada@example.com.";
    for (int cut = 0; cut <= text.length(); cut++) {
      String events =
          "data: "
              + chunk(text.substring(0, cut))
              + "\n\n"
              + "data: "
              + chunk(text.substring(cut))
              + "\n\n"
              + DONE;
      assertThat(joined(read(events)))
          .as("cut at %s", cut)
          .containsEntry("0 content", "[redacted:falcon]: 😀[redacted:iban] or [redacted:email].");
    }
  }

  private static String chunk(String text) throws JsonProcessingException {
    var root = JSON.createObjectNode();
    var choice = root.putArray("choices").addObject().put("index", 0);
    choice.putObject("delta").put("content", text);
    // a lone surrogate travels as an escape, as providers send it
    StringBuilder ascii = new StringBuilder();
    for (char c : JSON.writeValueAsString(root).toCharArray()) {
      ascii.append(c < 0x80 ? String.valueOf(c) : String.format("\\u%04x", (int) c));
    }
    return ascii.toString();
  }

  @Test
  void blockingEndsTheStreamBeforeAnythingOfTheFindingLeft() throws Exception {
    String events = content("Pay DE89 3704 0044") + content(" 0532 0130 00 now") + stop(0) + DONE;
    Reading reading = Screens.blocking();
    ByteArrayOutputStream seen = new ByteArrayOutputStream();
    try (InputStream stream =
        screened(new ByteArrayInputStream(events.getBytes(StandardCharsets.UTF_8)), reading)) {
      GatewayProblem problem =
          Objects.requireNonNull(
              catchThrowableOfType(GatewayProblem.class, () -> stream.transferTo(seen)));
      assertThat(problem.code()).isEqualTo(ProblemCode.POLICY_DENIED);
      assertThat(problem.text()).contains("'iban'").doesNotContain("DE89");
    }
    assertThat(seen.toString(StandardCharsets.UTF_8)).doesNotContain("DE89", "DONE");
    assertThat(ends).hasValue(1);
  }

  @Test
  void anEventThatCannotBeReadDoesNotPass() throws Exception {
    try (InputStream stream =
        screened(
            new ByteArrayInputStream("data: falcon\n\n".getBytes(StandardCharsets.UTF_8)),
            Screens.redacting())) {
      GatewayProblem problem =
          Objects.requireNonNull(catchThrowableOfType(GatewayProblem.class, stream::readAllBytes));
      assertThat(problem.code()).isEqualTo(ProblemCode.UPSTREAM_ERROR);
    }
  }

  @Test
  void settledTextIsNotHeldUntilTheNextEvent() throws Exception {
    byte[] first = content("Pay now! ").getBytes(StandardCharsets.UTF_8);
    InputStream never =
        new InputStream() {
          @Override
          public int read() {
            throw new AssertionError("asked for more before the settled text was passed on");
          }

          @Override
          public int read(byte[] out, int offset, int length) {
            return read();
          }
        };
    byte[] buffer = new byte[4_096];
    try (InputStream stream =
        screened(
            new SequenceInputStream(new ByteArrayInputStream(first), never), Screens.redacting())) {
      int count = stream.read(buffer, 0, buffer.length);
      assertThat(Arrays.copyOf(buffer, count)).isEqualTo(first);
    }
  }

  /** Hands out one byte at a time. */
  private static final class OneByOne extends InputStream {
    private final byte[] bytes;
    private int at;

    OneByOne(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() {
      return at < bytes.length ? bytes[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] out, int offset, int length) {
      if (at == bytes.length) {
        return -1;
      }
      out[offset] = bytes[at++];
      return 1;
    }
  }
}
