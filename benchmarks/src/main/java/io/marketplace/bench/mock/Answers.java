package io.marketplace.bench.mock;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.marketplace.bench.wire.Directive;
import io.marketplace.bench.wire.Stamp;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;

/**
 * The bytes of the chat answers, in the shape of OpenAI's chat completions. A plain answer is one
 * prepared array in which only the id is patched: the upstream must not be what is measured.
 */
final class Answers {

  /** What the mock reports for every chat answer, so that ledgers can be compared with it. */
  static final int PROMPT_TOKENS = 24;

  static final int COMPLETION_TOKENS = 16;

  private static final String MODEL = "mock-chat";
  private static final String USAGE =
      "{\"prompt_tokens\":%d,\"completion_tokens\":%d,\"total_tokens\":%d}"
          .formatted(PROMPT_TOKENS, COMPLETION_TOKENS, PROMPT_TOKENS + COMPLETION_TOKENS);
  private static final String TEXT =
      "A reverse proxy stands in front of a server, accepts requests on its behalf, and passes the"
          + " answers back as they come.";
  private static final String ID = "0".repeat(Directive.ID_DIGITS);

  private static final byte[] PLAIN =
      withHead(
              "{\"id\":\"chatcmpl-mock\",\"object\":\"chat.completion\",\"created\":1767225600,"
                  + "\"model\":\""
                  + MODEL
                  + "\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"echo "
                  + ID
                  + ": "
                  + TEXT
                  + "\"},\"finish_reason\":\"stop\"}],\"usage\":"
                  + USAGE
                  + "}")
          .getBytes(US_ASCII);
  private static final int PLAIN_ID = new String(PLAIN, US_ASCII).indexOf(ID);

  private static final byte[] STREAM_HEAD =
      """
      HTTP/1.1 200 OK\r
      Content-Type: text/event-stream\r
      Cache-Control: no-cache\r
      Transfer-Encoding: chunked\r
      \r
      """
          .getBytes(US_ASCII);
  private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(US_ASCII);

  private Answers() {}

  private static String withHead(String json) {
    return head("200 OK", json.length()) + json;
  }

  private static String head(String status, int length) {
    return "HTTP/1.1 "
        + status
        + "\r\nContent-Type: application/json\r\nContent-Length: "
        + length
        + "\r\n\r\n";
  }

  /** A whole plain answer, head and body. */
  static ByteBuf plain(ByteBufAllocator allocator, long id) {
    ByteBuf answer = allocator.ioBuffer(PLAIN.length).writeBytes(PLAIN);
    answer.setCharSequence(PLAIN_ID, Directive.renderId(id), US_ASCII);
    return answer;
  }

  /** Any JSON with its head. */
  static ByteBuf json(ByteBufAllocator allocator, String status, byte[] json) {
    ByteBuf answer = allocator.ioBuffer(json.length + 128);
    answer.writeCharSequence(head(status, json.length), US_ASCII);
    return answer.writeBytes(json);
  }

  /** The head of a stream. */
  static ByteBuf streamHead(ByteBufAllocator allocator) {
    return allocator.ioBuffer(STREAM_HEAD.length).writeBytes(STREAM_HEAD);
  }

  /** One content chunk; the first one also names the role, as OpenAI's does. */
  static ByteBuf chunk(ByteBufAllocator allocator, long id, Stamp stamp) {
    String delta =
        (stamp.number() == 0 ? "\"role\":\"assistant\"," : "")
            + "\"content\":\""
            + stamp.render()
            + "\"";
    return event(allocator, chunkJson(id, "{\"index\":0,\"delta\":{" + delta + "}}", ""));
  }

  /** The finish reason, the usage, {@code [DONE]} and the end of the body. */
  static ByteBuf streamEnd(ByteBufAllocator allocator, long id) {
    ByteBuf end = allocator.ioBuffer(768);
    writeEvent(end, chunkJson(id, "{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}", ""));
    writeEvent(end, chunkJson(id, "", ",\"usage\":" + USAGE));
    writeEvent(end, "[DONE]");
    return end.writeBytes(LAST_CHUNK);
  }

  private static String chunkJson(long id, String choice, String more) {
    return "{\"id\":\"chatcmpl-"
        + Directive.renderId(id)
        + "\",\"object\":\"chat.completion.chunk\",\"created\":1767225600,\"model\":\""
        + MODEL
        + "\",\"choices\":["
        + choice
        + "]"
        + more
        + "}";
  }

  private static ByteBuf event(ByteBufAllocator allocator, String data) {
    ByteBuf event = allocator.ioBuffer(data.length() + 32);
    writeEvent(event, data);
    return event;
  }

  private static void writeEvent(ByteBuf to, String data) {
    String event = "data: " + data + "\n\n";
    to.writeCharSequence(Integer.toHexString(event.length()) + "\r\n", US_ASCII);
    to.writeCharSequence(event, UTF_8);
    to.writeCharSequence("\r\n", US_ASCII);
  }
}
