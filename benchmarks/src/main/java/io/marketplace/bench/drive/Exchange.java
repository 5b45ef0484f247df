package io.marketplace.bench.drive;

import io.netty.buffer.ByteBuf;

/** What becomes of one request. All calls come from the connection's event loop, in this order. */
interface Exchange {

  /** The head arrived. */
  void status(int status);

  /** A part of the body arrived; it is released after this call. */
  void content(ByteBuf part);

  /** The answer is complete, and the connection is free for the next request. */
  void done();

  /** No complete answer came; called instead of {@link #done()}. */
  void broken(String reason);
}
