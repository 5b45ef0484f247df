package io.marketplace.gateway.metering;

import io.marketplace.model.kernel.BinaryReader;
import io.marketplace.model.kernel.BinaryWriter;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.metering.Attempt;
import io.marketplace.model.metering.AttemptEnd;
import io.marketplace.model.metering.ServedBy;
import io.marketplace.model.metering.TokenCount;
import io.marketplace.model.routing.PoolId;
import io.marketplace.model.routing.ProviderId;
import java.util.ArrayList;
import java.util.List;

/** The attempts beneath a row as bytes of the journal: their number, and each of them. */
final class AttemptCodec {

  private AttemptCodec() {}

  static void write(BinaryWriter out, List<Attempt> attempts) {
    out.writeCount(attempts.size());
    for (Attempt attempt : attempts) {
      write(out, attempt.by());
      out.writeText(attempt.end().code());
      Integer status = attempt.status();
      out.writeCount(status == null ? 0 : status);
      out.writeDouble(attempt.ms());
      out.writeCount(attempt.tokens().prompt());
      out.writeCount(attempt.tokens().cached());
      out.writeCount(attempt.tokens().completion());
      out.writeCount(attempt.tokens().reasoning());
      out.writeText(attempt.tokens().source().code());
      out.writeLong(attempt.cost().value());
    }
  }

  static List<Attempt> readAll(BinaryReader in) {
    int count = in.readSize();
    List<Attempt> attempts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      attempts.add(read(in));
    }
    return attempts;
  }

  private static Attempt read(BinaryReader in) {
    ServedBy by = servedBy(in);
    AttemptEnd end = RowCodec.known(AttemptEnd.of(in.readText()));
    int status = (int) in.readCount();
    double ms = in.readDouble();
    TokenCount tokens =
        new TokenCount(
            in.readCount(),
            in.readCount(),
            in.readCount(),
            in.readCount(),
            RowCodec.source(in.readText()));
    return new Attempt(
        by, end, status == 0 ? null : status, ms, tokens, new NanoUsd(in.readLong()));
  }

  static void write(BinaryWriter out, ServedBy served) {
    out.writeId(served.pool().value());
    out.writeId(served.provider().value());
    out.writeText(served.model());
    Integer priceVersion = served.priceVersion();
    out.writeByte(priceVersion == null ? 0 : 1);
    if (priceVersion != null) {
      out.writeCount(priceVersion);
    }
  }

  static ServedBy servedBy(BinaryReader in) {
    return new ServedBy(
        new PoolId(in.readId()),
        new ProviderId(in.readId()),
        in.readText(),
        in.readByte() == 0 ? null : (Integer) (int) in.readCount());
  }
}
