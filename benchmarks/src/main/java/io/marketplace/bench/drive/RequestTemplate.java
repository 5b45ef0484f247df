package io.marketplace.bench.drive;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.marketplace.bench.wire.Directive;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A chat request as bytes, prepared once; only the id differs between two requests. */
final class RequestTemplate {

  private final byte[] bytes;
  private final int idAt;

  private RequestTemplate(byte[] bytes, int idAt) {
    this.bytes = bytes;
    this.idAt = idAt;
  }

  /**
   * A request for a plain answer, once for each key of the shape.
   *
   * @throws IllegalArgumentException if the target has fewer keys
   */
  static List<RequestTemplate> plain(Target target, Shape shape) {
    Directive directive = new Directive(0, 0, 0, shape.delayMillis());
    if (shape.keys() == 1) {
      return List.of(of(target, target.headers(), directive, shape, ""));
    }
    if (target.keys().size() < shape.keys()) {
      throw new IllegalArgumentException("the target has no " + shape.keys() + " keys");
    }
    List<RequestTemplate> templates = new ArrayList<>();
    for (String key : target.keys().subList(0, shape.keys())) {
      Map<String, String> headers = new HashMap<>(target.headers());
      headers.put("Authorization", "Bearer " + key);
      templates.add(of(target, headers, directive, shape, ""));
    }
    return List.copyOf(templates);
  }

  /** A request for a stream that ends with its usage. */
  static RequestTemplate stream(Target target, Lane.Streams lane) {
    return of(
        target,
        target.headers(),
        new Directive(0, lane.chunks(), lane.gapMillis(), lane.delayMillis()),
        Shape.PLAIN,
        ",\"stream\":true,\"stream_options\":{\"include_usage\":true}");
  }

  private static RequestTemplate of(
      Target target, Map<String, String> headers, Directive directive, Shape shape, String more) {
    String mark = directive.render();
    String body =
        "{\"model\":\""
            + target.model()
            + "\",\"messages\":[{\"role\":\"system\",\"content\":\"You answer in one sentence.\"},"
            + "{\"role\":\"user\",\"content\":"
            + content(shape, mark)
            + "}],\"max_tokens\":64,\"temperature\":0"
            + more
            + "}";
    StringBuilder request =
        new StringBuilder("POST /v1/chat/completions HTTP/1.1\r\nHost: ")
            .append(target.base().getAuthority())
            .append("\r\nContent-Type: application/json\r\nAccept: */*\r\nContent-Length: ")
            .append(body.length())
            .append("\r\n");
    headers.forEach((name, value) -> request.append(name + ": " + value + "\r\n"));
    request.append("\r\n").append(body);
    int idAt = request.lastIndexOf(mark) + mark.indexOf(Directive.renderId(0));
    return new RequestTemplate(request.toString().getBytes(US_ASCII), idAt);
  }

  /** The mark stands last: the mock looks for it from the end. */
  private static String content(Shape shape, String mark) {
    String question = "What does a reverse proxy do? " + mark;
    return switch (shape.payload()) {
      case SHORT -> "\"" + question + "\"";
      case PROMPT -> "\"" + shape.filler() + question + "\"";
      case IMAGE ->
          "[{\"type\":\"image_url\",\"image_url\":{\"url\":\"data:image/png;base64,"
              + shape.filler()
              + "\"}},{\"type\":\"text\",\"text\":\""
              + question
              + "\"}]";
    };
  }

  /** The request that bears {@code id}. */
  ByteBuf request(ByteBufAllocator allocator, long id) {
    ByteBuf request = allocator.ioBuffer(bytes.length).writeBytes(bytes);
    request.setCharSequence(idAt, Directive.renderId(id), US_ASCII);
    return request;
  }
}
