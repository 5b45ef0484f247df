package io.marketplace.bench.drive;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.marketplace.bench.wire.Directive;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;

/** A chat request as bytes, prepared once; only the id differs between two requests. */
final class RequestTemplate {

  private final byte[] bytes;
  private final int idAt;

  private RequestTemplate(byte[] bytes, int idAt) {
    this.bytes = bytes;
    this.idAt = idAt;
  }

  /** A request for a plain answer. */
  static RequestTemplate plain(Target target) {
    return of(target, new Directive(0, 0, 0, 0), "");
  }

  /** A request for a stream that ends with its usage. */
  static RequestTemplate stream(Target target, Lane.Streams lane) {
    return of(
        target,
        new Directive(0, lane.chunks(), lane.gapMillis(), lane.delayMillis()),
        ",\"stream\":true,\"stream_options\":{\"include_usage\":true}");
  }

  private static RequestTemplate of(Target target, Directive directive, String more) {
    String mark = directive.render();
    String body =
        "{\"model\":\""
            + target.model()
            + "\",\"messages\":[{\"role\":\"system\",\"content\":\"You answer in one sentence.\"},"
            + "{\"role\":\"user\",\"content\":\"What does a reverse proxy do? "
            + mark
            + "\"}],\"max_tokens\":64,\"temperature\":0"
            + more
            + "}";
    StringBuilder request =
        new StringBuilder("POST /v1/chat/completions HTTP/1.1\r\nHost: ")
            .append(target.base().getAuthority())
            .append("\r\nContent-Type: application/json\r\nAccept: */*\r\nContent-Length: ")
            .append(body.length())
            .append("\r\n");
    target.headers().forEach((name, value) -> request.append(name + ": " + value + "\r\n"));
    request.append("\r\n").append(body);
    int idAt = request.indexOf(mark) + mark.indexOf(Directive.renderId(0));
    return new RequestTemplate(request.toString().getBytes(US_ASCII), idAt);
  }

  /** The request that bears {@code id}. */
  ByteBuf request(ByteBufAllocator allocator, long id) {
    ByteBuf request = allocator.ioBuffer(bytes.length).writeBytes(bytes);
    request.setCharSequence(idAt, Directive.renderId(id), US_ASCII);
    return request;
  }
}
