package io.marketplace.bench.drive;

import io.marketplace.bench.wire.EventLoops;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseDecoder;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import java.net.URI;
import java.nio.channels.ClosedChannelException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP/1.1 connection with at most one exchange under way. It opens itself when it is needed
 * and anew when the server closed it between two answers, which keep-alive allows. Confined to its
 * event loop.
 */
// Netty announces a failed write or close to the handler as well, where it is dealt with.
@SuppressWarnings("FutureReturnValueIgnored")
final class Connection {

  private static final int CONNECT_TIMEOUT_MILLIS = 5_000;

  private final Bootstrap bootstrap;
  private final URI base;
  private @Nullable Channel channel;
  private @Nullable Exchange exchange;

  Connection(EventLoops loops, EventLoop loop, URI base) {
    this.base = base;
    this.bootstrap =
        new Bootstrap()
            .group(loop)
            .channel(loops.client())
            .option(ChannelOption.TCP_NODELAY, true)
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_TIMEOUT_MILLIS)
            .handler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel opened) {
                    opened
                        .pipeline()
                        .addLast(
                            new HttpResponseDecoder(
                                new HttpDecoderConfig().setValidateHeaders(false)))
                        .addLast(new Reader());
                  }
                });
  }

  /** Opens the socket ahead of the first request; a failure shows with that request. */
  ChannelFuture open() {
    ChannelFuture opening = bootstrap.connect(base.getHost(), base.getPort());
    opening.addListener(
        done -> {
          if (done.isSuccess()) {
            channel = opening.channel();
          }
        });
    return opening;
  }

  /** Sends a request whose fate {@code next} learns. */
  void send(Function<ByteBufAllocator, ByteBuf> request, Exchange next) {
    if (exchange != null) {
      throw new IllegalStateException("an exchange is under way");
    }
    exchange = next;
    Channel open = channel;
    if (open != null && open.isActive()) {
      write(open, request);
      return;
    }
    // Else the end of the old channel, still to be announced, would end the new exchange.
    channel = null;
    ChannelFuture opening = open();
    opening.addListener(
        done -> {
          if (done.isSuccess()) {
            write(opening.channel(), request);
          } else {
            fail("connect: " + done.cause().getClass().getSimpleName());
          }
        });
  }

  private void write(Channel to, Function<ByteBufAllocator, ByteBuf> request) {
    to.writeAndFlush(request.apply(to.alloc()))
        .addListener(
            written -> {
              if (!written.isSuccess() && !(written.cause() instanceof ClosedChannelException)) {
                to.close();
              }
            });
  }

  /** Gives up the answer that is awaited, if any. */
  void abandon(String reason) {
    Channel open = channel;
    fail(reason);
    if (open != null) {
      open.close();
    }
  }

  private void fail(String reason) {
    Exchange failed = exchange;
    exchange = null;
    if (failed != null) {
      failed.broken(reason);
    }
  }

  private final class Reader extends SimpleChannelInboundHandler<HttpObject> {

    private boolean lastAnswer;

    @Override
    protected void channelRead0(ChannelHandlerContext context, HttpObject part) {
      Exchange current = exchange;
      if (part.decoderResult().isFailure() || current == null) {
        context.close();
        return;
      }
      if (part instanceof HttpResponse response) {
        current.status(response.status().code());
        lastAnswer = !HttpUtil.isKeepAlive(response);
      }
      if (part instanceof HttpContent content) {
        if (content.content().isReadable()) {
          current.content(content.content());
        }
        if (part instanceof LastHttpContent) {
          exchange = null;
          if (lastAnswer) {
            channel = null;
            context.close();
          }
          current.done();
        }
      }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
      if (context.channel().equals(channel)) {
        channel = null;
        fail("connection closed before the answer was complete");
      }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      context.close();
    }
  }
}
