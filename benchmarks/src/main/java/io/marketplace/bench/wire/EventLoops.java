package io.marketplace.bench.wire;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollEventLoopGroup;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.ServerSocketChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;

/**
 * The transport: epoll where its native part loads, NIO elsewhere.
 *
 * @param group the threads
 * @param client the channel type for connections that are opened
 * @param server the channel type that accepts
 */
public record EventLoops(
    EventLoopGroup group,
    Class<? extends SocketChannel> client,
    Class<? extends ServerSocketChannel> server)
    implements AutoCloseable {

  static {
    // From 24 on Java warns of every use of sun.misc.Unsafe; Netty does without it,
    // as long as it is told before its first class is initialised.
    if (Runtime.version().feature() >= 24 && System.getProperty("io.netty.noUnsafe") == null) {
      System.setProperty("io.netty.noUnsafe", "true");
    }
  }

  /** Event loops on {@code threads} daemon threads called {@code name}. */
  public static EventLoops start(String name, int threads) {
    DefaultThreadFactory factory = new DefaultThreadFactory(name, true);
    return Epoll.isAvailable()
        ? new EventLoops(
            new EpollEventLoopGroup(threads, factory),
            EpollSocketChannel.class,
            EpollServerSocketChannel.class)
        : new EventLoops(
            new NioEventLoopGroup(threads, factory),
            NioSocketChannel.class,
            NioServerSocketChannel.class);
  }

  /** Stops the threads and closes their connections; waits until that is done. */
  @Override
  public void close() {
    group.shutdownGracefully(0, 5, SECONDS).syncUninterruptibly();
  }
}
