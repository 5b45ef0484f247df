package io.marketplace.gateway.metering;

import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.BinaryReader;
import io.marketplace.model.kernel.BinaryWriter;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.kernel.TeamId;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.keys.KeyId;
import io.marketplace.model.metering.Attribution;
import io.marketplace.model.metering.Booking;
import io.marketplace.model.metering.CallId;
import io.marketplace.model.metering.CallOwner;
import io.marketplace.model.metering.ServedBy;
import io.marketplace.model.metering.TokenCount;
import io.marketplace.model.metering.UsageFlag;
import io.marketplace.model.metering.UsageRow;
import io.marketplace.model.policy.Sensitivity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rows of the ledger as bytes of the journal. The first byte is the version: a gateway reads what
 * the version before it left behind. The call's identifier follows it.
 */
final class RowCodec {
  private static final int VERSION = 3;

  /** The version that knew no tokens of reasoning and no images. */
  private static final int TOKENS_ONLY = 1;

  /** The version that knew no attempts beneath a row. */
  private static final int NO_ATTEMPTS = 2;

  /** A usual row with two bookings. */
  private static final int EXPECTED = 512;

  private RowCodec() {}

  static BinaryWriter write(UsageRow row) {
    BinaryWriter out = new BinaryWriter(EXPECTED);
    out.writeByte(VERSION);
    out.writeId(row.call().value());
    out.writeMoment(row.startedAt());
    out.writeId(row.owner().tenant().value());
    out.writeId(row.owner().team().value());
    out.writeId(row.owner().application().value());
    out.writeId(row.owner().key().value());
    out.writeText(row.tier());
    out.writeText(row.alias());
    out.writeOptionalText(row.attribution().agent());
    out.writeOptionalText(row.attribution().workflow());
    out.writeOptionalText(row.attribution().customer());
    out.writeOptionalText(row.attribution().useCase());
    out.writeOptionalText(row.requestClass());
    out.writeText(row.sensitivity().code());
    write(out, row.servedBy());
    out.writeCount(row.tokens().prompt());
    out.writeCount(row.tokens().cached());
    out.writeCount(row.tokens().completion());
    out.writeCount(row.tokens().reasoning());
    out.writeCount(row.images());
    out.writeText(row.tokens().source().code());
    out.writeLong(row.cost().value());
    out.writeText(row.cache());
    out.writeCount(row.status());
    out.writeText(row.outcome());
    out.writeByte(row.streamed() ? 1 : 0);
    out.writeCount(row.attempts());
    out.writeDouble(row.latencyMs());
    Double ttftMs = row.ttftMs();
    out.writeByte(ttftMs == null ? 0 : 1);
    if (ttftMs != null) {
      out.writeDouble(ttftMs);
    }
    out.writeText(row.replica());
    out.writeCount(row.bookings().size());
    for (Booking booking : row.bookings()) {
      out.writeId(booking.budget());
      out.writeMoment(booking.windowStart());
      out.writeId(booking.lease());
      out.writeLong(booking.amount().value());
    }
    out.writeLong(row.excess().value());
    UsageFlag flag = row.flag();
    out.writeOptionalText(flag == null ? null : flag.code());
    AttemptCodec.write(out, row.beneath());
    return out;
  }

  private static void write(BinaryWriter out, @Nullable ServedBy served) {
    out.writeByte(served == null ? 0 : 1);
    if (served != null) {
      AttemptCodec.write(out, served);
    }
  }

  /**
   * The call that a row is of, without reading the rest.
   *
   * @throws IllegalArgumentException if this is no row of a version that is known
   */
  static CallId call(byte[] bytes) {
    BinaryReader in = new BinaryReader(bytes);
    int unused = version(in);
    return new CallId(in.readId());
  }

  /**
   * The row.
   *
   * @throws IllegalArgumentException if this is no row of a version that is known
   */
  static UsageRow read(byte[] bytes) {
    BinaryReader in = new BinaryReader(bytes);
    int version = version(in);
    CallId call = new CallId(in.readId());
    Instant startedAt = in.readMoment();
    CallOwner owner =
        new CallOwner(
            new TenantId(in.readId()),
            new TeamId(in.readId()),
            new ApplicationId(in.readId()),
            new KeyId(in.readId()));
    String tier = in.readText();
    String alias = in.readText();
    Attribution attribution =
        new Attribution(
            in.readOptionalText(),
            in.readOptionalText(),
            in.readOptionalText(),
            in.readOptionalText());
    String requestClass = in.readOptionalText();
    Sensitivity sensitivity = known(Sensitivity.of(in.readText()));
    ServedBy served = servedBy(in);
    long prompt = in.readCount();
    long cached = in.readCount();
    long completion = in.readCount();
    long reasoning = version == TOKENS_ONLY ? 0 : in.readCount();
    int images = version == TOKENS_ONLY ? 0 : (int) in.readCount();
    return new UsageRow(
        call,
        startedAt,
        owner,
        tier,
        alias,
        attribution,
        requestClass,
        sensitivity,
        served,
        new TokenCount(prompt, cached, completion, reasoning, source(in.readText())),
        images,
        new NanoUsd(in.readLong()),
        in.readText(),
        (int) in.readCount(),
        in.readText(),
        in.readByte() == 1,
        (int) in.readCount(),
        in.readDouble(),
        in.readByte() == 0 ? null : (Double) in.readDouble(),
        in.readText(),
        bookings(in),
        new NanoUsd(in.readLong()),
        flag(in.readOptionalText()),
        version == VERSION ? AttemptCodec.readAll(in) : List.of());
  }

  private static int version(BinaryReader in) {
    int version = in.readByte();
    if (version != VERSION && version != NO_ATTEMPTS && version != TOKENS_ONLY) {
      throw new IllegalArgumentException("a row of version " + version);
    }
    return version;
  }

  private static @Nullable ServedBy servedBy(BinaryReader in) {
    return in.readByte() == 0 ? null : AttemptCodec.servedBy(in);
  }

  private static List<Booking> bookings(BinaryReader in) {
    int count = in.readSize();
    List<Booking> bookings = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      bookings.add(
          new Booking(in.readId(), in.readMoment(), in.readId(), new NanoUsd(in.readLong())));
    }
    return bookings;
  }

  static TokenCount.Source source(String code) {
    return known(
        Arrays.stream(TokenCount.Source.values())
            .filter(source -> source.code().equals(code))
            .findFirst());
  }

  private static @Nullable UsageFlag flag(@Nullable String code) {
    return code == null ? null : known(UsageFlag.of(code));
  }

  static <T> T known(Optional<T> value) {
    return value.orElseThrow(() -> new IllegalArgumentException("a word of another version"));
  }
}
