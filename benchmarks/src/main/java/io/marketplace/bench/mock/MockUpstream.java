package io.marketplace.bench.mock;

import io.marketplace.bench.wire.EventLoops;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpRequestDecoder;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/**
 * An OpenAI-shaped upstream on loopback: plain and streamed chat completions, embeddings, models.
 * It counts fixed tokens and obeys the {@link io.marketplace.bench.wire.Directive} in the prompt.
 */
public final class MockUpstream implements AutoCloseable {

  private static final int BACKLOG = 1024;

  private final EventLoops loops;
  private final Channel listener;

  private MockUpstream(EventLoops loops, Channel listener) {
    this.loops = loops;
    this.listener = listener;
  }

  /**
   * Starts listening on 127.0.0.1.
   *
   * @param port 0 for any free one
   * @param threads event loops; one serves tens of thousands of requests a second
   */
  public static MockUpstream start(int port, int threads) {
    EventLoops loops = EventLoops.start("mock-upstream", threads);
    try {
      Channel listener =
          new ServerBootstrap()
              .group(loops.group())
              .channel(loops.server())
              .option(ChannelOption.SO_BACKLOG, BACKLOG)
              .option(ChannelOption.SO_REUSEADDR, true)
              .childOption(ChannelOption.TCP_NODELAY, true)
              .childHandler(
                  new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                      channel
                          .pipeline()
                          .addLast(
                              new HttpRequestDecoder(
                                  new HttpDecoderConfig().setValidateHeaders(false)))
                          .addLast(new MockHandler());
                    }
                  })
              .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
              .syncUninterruptibly()
              .channel();
      return new MockUpstream(loops, listener);
    } catch (RuntimeException e) {
      loops.close();
      throw e;
    }
  }

  /** The port that was bound. */
  public int port() {
    return ((InetSocketAddress) listener.localAddress()).getPort();
  }

  /** The base address, without {@code /v1}. */
  public URI base() {
    return URI.create("http://127.0.0.1:" + port());
  }

  /** Closes every connection. */
  @Override
  public void close() {
    listener.close().syncUninterruptibly();
    loops.close();
  }
}
