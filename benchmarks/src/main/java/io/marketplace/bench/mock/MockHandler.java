package io.marketplace.bench.mock;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.marketplace.bench.wire.Directive;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;

/** One connection of the mock: collects a request, answers it, one at a time. */
// Netty announces a failed write or close to the handler as well, where it is dealt with.
@SuppressWarnings("FutureReturnValueIgnored")
final class MockHandler extends SimpleChannelInboundHandler<HttpObject> {

  private static final int MAX_BODY = 16 << 20;

  /** Room for a body is kept for the next one up to this size: there are many connections. */
  private static final int KEPT_BODY = 1 << 20;

  private StringBuilder body = new StringBuilder(1024);
  private String path = "";

  @Override
  protected void channelRead0(ChannelHandlerContext context, HttpObject part) {
    if (part.decoderResult().isFailure()) {
      context.close();
      return;
    }
    if (part instanceof HttpRequest request) {
      path = request.uri();
      body.setLength(0);
    }
    if (part instanceof HttpContent content) {
      if (body.length() + content.content().readableBytes() > MAX_BODY) {
        context.close();
        return;
      }
      // A character cut in two by a packet does no harm: only the ASCII directive is read.
      body.append(content.content().toString(UTF_8));
      if (part instanceof LastHttpContent) {
        answer(context);
        if (body.capacity() > KEPT_BODY) {
          body = new StringBuilder(1024);
        }
      }
    }
  }

  private void answer(ChannelHandlerContext context) {
    int query = path.indexOf('?');
    switch (query < 0 ? path : path.substring(0, query)) {
      case "/v1/chat/completions" -> chat(context);
      case "/v1/embeddings" -> embeddings(context);
      case "/v1/models" ->
          json(
              context,
              "200 OK",
              "{\"object\":\"list\",\"data\":[{\"id\":\"mock-chat\",\"object\":\"model\"},"
                  + "{\"id\":\"mock-embed\",\"object\":\"model\"}]}");
      case "/health" -> json(context, "200 OK", "{\"status\":\"ok\"}");
      default -> error(context, "404 Not Found", "the mock upstream does not serve " + path);
    }
  }

  private void chat(ChannelHandlerContext context) {
    String request = body.toString();
    Directive directive = Directive.find(request).orElse(Directive.NONE);
    if (request.contains("\"stream\":true") || request.contains("\"stream\": true")) {
      new MockStream(context, directive).start();
    } else if (directive.delayMillis() > 0) {

      context
          .executor()
          .schedule(() -> plain(context, directive), directive.delayMillis(), MILLISECONDS);
    } else {
      plain(context, directive);
    }
  }

  private static void plain(ChannelHandlerContext context, Directive directive) {
    write(context, Answers.plain(context.alloc(), directive.id()));
  }

  private void embeddings(ChannelHandlerContext context) {
    try {
      byte[] answer = Embeddings.answer(body.toString());
      write(context, Answers.json(context.alloc(), "200 OK", answer));
    } catch (JsonProcessingException e) {
      error(context, "400 Bad Request", "the request is not JSON");
    }
  }

  private static void error(ChannelHandlerContext context, String status, String message) {
    json(
        context,
        status,
        "{\"error\":{\"type\":\"invalid_request_error\",\"message\":\""
            + message.replace('"', '\'')
            + "\"}}");
  }

  private static void json(ChannelHandlerContext context, String status, String json) {
    write(context, Answers.json(context.alloc(), status, json.getBytes(UTF_8)));
  }

  private static void write(ChannelHandlerContext context, ByteBuf answer) {
    context.writeAndFlush(answer, context.voidPromise());
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    // A caller that leaves is no fault of the mock's; the driver reports what it missed.
    context.close();
  }
}
