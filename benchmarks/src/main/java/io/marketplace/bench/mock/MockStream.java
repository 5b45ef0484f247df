package io.marketplace.bench.mock;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.marketplace.bench.wire.Directive;
import io.marketplace.bench.wire.Stamp;
import io.netty.channel.ChannelHandlerContext;

/** One streamed answer: chunks at fixed instants, so that a late one does not delay the next. */
// Netty announces a failed write or close to the handler as well, where it is dealt with.
@SuppressWarnings("FutureReturnValueIgnored")
final class MockStream {

  private final ChannelHandlerContext context;
  private final Directive directive;
  private final long firstNanos;
  private int next;

  MockStream(ChannelHandlerContext context, Directive directive) {
    this.context = context;
    this.directive = directive;
    this.firstNanos = System.nanoTime() + MILLISECONDS.toNanos(directive.delayMillis());
  }

  void start() {
    schedule();
  }

  private void schedule() {
    long due = firstNanos + next * MILLISECONDS.toNanos(directive.gapMillis());

    context.executor().schedule(this::step, Math.max(0, due - System.nanoTime()), NANOSECONDS);
  }

  private void step() {
    if (!context.channel().isActive()) {
      return;
    }
    if (next == 0) {
      context.write(Answers.streamHead(context.alloc()), context.voidPromise());
    }
    if (next < directive.chunks()) {
      Stamp stamp = new Stamp(next, System.nanoTime());
      context.writeAndFlush(
          Answers.chunk(context.alloc(), directive.id(), stamp), context.voidPromise());
      next++;
      schedule();
    } else {
      context.writeAndFlush(
          Answers.streamEnd(context.alloc(), directive.id()), context.voidPromise());
    }
  }
}
