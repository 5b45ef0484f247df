package io.marketplace.db.metering;

import io.marketplace.model.kernel.BinaryWriter;
import io.marketplace.model.metering.Attribution;
import io.marketplace.model.metering.Booking;
import io.marketplace.model.metering.CallOwner;
import io.marketplace.model.metering.ServedBy;
import io.marketplace.model.metering.UsageFlag;
import io.marketplace.model.metering.UsageRow;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Rows of the ledger in Postgres' binary COPY format (PostgreSQL 18 documentation, COPY, "Binary
 * Format"). Measured with three indexes and row-level security: 9 µs of the server's CPU a row,
 * against 12.5 of a multi-row insert.
 */
final class UsageCopy {
  private static final byte[] SIGNATURE = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
  };
  private static final int COLUMNS = 38;
  private static final int NULL = -1;

  /** Postgres counts from the year 2000. */
  private static final long EPOCH_SECONDS = 946_684_800;

  private static final int UUID_TYPE = 2950;
  private static final int BIGINT_TYPE = 20;

  private final BinaryWriter out;

  private UsageCopy(int rows) {
    out = new BinaryWriter(64 + rows * 512);
    out.writeBytes(SIGNATURE, SIGNATURE.length);
  }

  /** The rows, in the order of {@link UsageRowSql#COPY}. */
  static BinaryWriter of(List<UsageRow> rows) {
    UsageCopy copy = new UsageCopy(rows.size());
    rows.forEach(copy::row);
    copy.out.writeShort(-1);
    return copy.out;
  }

  private void row(UsageRow row) {
    out.writeShort(COLUMNS);
    id(row.call().value());
    moment(row.startedAt());
    CallOwner owner = row.owner();
    id(owner.tenant().value());
    id(owner.team().value());
    id(owner.application().value());
    id(owner.key().value());
    text(row.tier());
    text(row.alias());
    Attribution attribution = row.attribution();
    text(attribution.agent());
    text(attribution.workflow());
    text(attribution.customer());
    text(attribution.useCase());
    text(row.requestClass());
    text(row.sensitivity().code());
    ServedBy served = row.servedBy();
    id(served == null ? null : served.pool().value());
    id(served == null ? null : served.provider().value());
    text(served == null ? null : served.model());
    integer(served == null ? null : served.priceVersion());
    bigint(row.tokens().prompt());
    bigint(row.tokens().cached());
    bigint(row.tokens().completion());
    text(row.tokens().source().code());
    bigint(row.cost().value());
    text(row.cache());
    integer(row.status());
    text(row.outcome());
    out.writeInt(1);
    out.writeByte(row.streamed() ? 1 : 0);
    integer(row.attempts());
    number(row.latencyMs());
    number(row.ttftMs());
    text(row.replica());
    bigint(row.excess().value());
    UsageFlag flag = row.flag();
    text(flag == null ? null : flag.code());
    leases(row.bookings());
    amounts(row.bookings());
    bigint(row.tokens().reasoning());
    integer(row.images());
    json(row.beneath().isEmpty() ? null : AttemptRows.json(row.beneath()));
  }

  private void id(@Nullable UUID value) {
    out.writeInt(value == null ? NULL : 16);
    if (value != null) {
      out.writeId(value);
    }
  }

  private void moment(Instant value) {
    out.writeInt(8);
    out.writeLong((value.getEpochSecond() - EPOCH_SECONDS) * 1_000_000 + value.getNano() / 1_000);
  }

  private void text(@Nullable String value) {
    if (value == null) {
      out.writeInt(NULL);
      return;
    }
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    out.writeInt(utf8.length);
    out.writeBytes(utf8, utf8.length);
  }

  /** A {@code jsonb}: its text behind the number of the format's version. */
  private void json(@Nullable String value) {
    if (value == null) {
      out.writeInt(NULL);
      return;
    }
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    out.writeInt(1 + utf8.length);
    out.writeByte(1);
    out.writeBytes(utf8, utf8.length);
  }

  private void integer(@Nullable Integer value) {
    out.writeInt(value == null ? NULL : 4);
    if (value != null) {
      out.writeInt(value);
    }
  }

  private void bigint(long value) {
    out.writeInt(8);
    out.writeLong(value);
  }

  private void number(@Nullable Double value) {
    out.writeInt(value == null ? NULL : 8);
    if (value != null) {
      out.writeDouble(value);
    }
  }

  private void leases(List<Booking> bookings) {
    array(bookings, UUID_TYPE, 16);
    for (Booking booking : bookings) {
      id(booking.lease());
    }
  }

  private void amounts(List<Booking> bookings) {
    array(bookings, BIGINT_TYPE, 8);
    for (Booking booking : bookings) {
      bigint(booking.amount().value());
    }
  }

  /** The head of an array of one dimension, counted from 1; null instead of an empty one. */
  private void array(List<Booking> bookings, int type, int size) {
    if (bookings.isEmpty()) {
      out.writeInt(NULL);
      return;
    }
    out.writeInt(20 + bookings.size() * (4 + size));
    out.writeInt(1);
    out.writeInt(0);
    out.writeInt(type);
    out.writeInt(bookings.size());
    out.writeInt(1);
  }
}
