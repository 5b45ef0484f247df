package io.marketplace.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marketplace.gateway.line.Answer;
import io.marketplace.gateway.problem.GatewayProblem;
import io.marketplace.model.problem.ProblemCode;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnswerWriterTest {

  /** Notes writes and flushes in order; may be a client that is gone. */
  private static final class Out extends ServletOutputStream {
    final List<String> events = new ArrayList<>();
    boolean gone;

    @Override
    public void write(int b) {
      events.add(String.valueOf((char) b));
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (gone) {
        throw new IOException("gone");
      }
      events.add(new String(bytes, offset, length, StandardCharsets.UTF_8));
    }

    @Override
    public void flush() {
      events.add("<flush>");
    }

    @Override
    public void close() {
      events.add("<close>");
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new UnsupportedOperationException();
    }
  }

  private final Out out = new Out();
  private boolean closed;
  private RuntimeException broken = new GatewayProblem(ProblemCode.UPSTREAM_ERROR, "broke");

  private HttpServletResponse response() {
    return (HttpServletResponse)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {HttpServletResponse.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getOutputStream" -> out;
                  case "isCommitted" -> false;
                  case "setHeader" -> header(String.valueOf(arguments[0]));
                  default -> null;
                });
  }

  /** A stream that hands out one chunk a read and then ends, or breaks. */
  private Answer streamed(boolean breaks, String... chunks) {
    List<String> left = new ArrayList<>(List.of(chunks));
    InputStream stream =
        new InputStream() {
          @Override
          public int read() {
            throw new UnsupportedOperationException();
          }

          @Override
          public int read(byte[] buffer, int offset, int length) {
            if (left.isEmpty()) {
              if (breaks) {
                throw broken;
              }
              return -1;
            }
            byte[] bytes = left.removeFirst().getBytes(StandardCharsets.UTF_8);
            System.arraycopy(bytes, 0, buffer, offset, bytes.length);
            return bytes.length;
          }

          @Override
          public void close() {
            closed = true;
          }
        };
    return Answer.streamed(200, "text/event-stream", stream);
  }

  @Test
  void theFirstChunkIsFlushedTwiceAndEachOtherOnce() throws IOException {
    AnswerWriter.write(streamed(false, "one", "two", "three"), response());
    assertThat(out.events)
        .containsExactly("one", "<flush>", "<flush>", "two", "<flush>", "three", "<flush>");
    assertThat(closed).isTrue();
  }

  @Test
  void aWholeAnswerIsSentByTheCallItself() throws IOException {
    byte[] body = "whole".getBytes(StandardCharsets.UTF_8);
    AnswerWriter.write(Answer.plain(200, "application/json", body), response());
    assertThat(out.events).containsExactly("whole", "<close>");
  }

  @Test
  void aBrokenStreamEndsInATypedError() throws IOException {
    AnswerWriter.write(streamed(true, "one"), response());
    assertThat(out.events.get(3))
        .startsWith("data: {\"error\":{")
        .contains("\"code\":\"upstream_error\"")
        .endsWith("\n\n");
    assertThat(String.join("", out.events)).doesNotContain("[DONE]");
    assertThat(closed).isTrue();
  }

  private static @Nullable Object header(String name) {
    if (name.equals("impossible")) {
      throw new IllegalArgumentException(name);
    }
    return null;
  }

  @Test
  void whatBreaksBeforeAnythingWasSentIsToldByItsStatus() {
    assertThatThrownBy(() -> AnswerWriter.write(streamed(true), response())).isSameAs(broken);
    assertThat(out.events).isEmpty();
    assertThat(closed).isTrue();
  }

  @Test
  void aDefectInTheMiddleEndsInATypedErrorToo() {
    broken = new IllegalStateException("defect");
    assertThatThrownBy(() -> AnswerWriter.write(streamed(true, "one"), response()))
        .isSameAs(broken);
    assertThat(out.events.get(3)).contains("\"code\":\"internal_error\"").doesNotContain("defect");
    assertThat(closed).isTrue();
  }

  @Test
  void aHeaderThatCannotBeWrittenClosesTheStream() {
    Answer answer = streamed(false, "one").with("impossible", "x");
    assertThatThrownBy(() -> AnswerWriter.write(answer, response()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(closed).isTrue();
  }

  @Test
  void aClientThatIsGoneClosesTheStream() {
    out.gone = true;
    assertThatThrownBy(() -> AnswerWriter.write(streamed(false, "one"), response()))
        .isInstanceOf(IOException.class);
    assertThat(closed).isTrue();
  }
}
