package io.marketplace.db.kernel;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The current row of a result; columns count from 1. Asking a null column for a value fails. */
public final class Row {

  private final ResultSet result;

  Row(ResultSet result) {
    this.result = result;
  }

  /** How a row is read. */
  @FunctionalInterface
  public interface Reader<T> {

    /** Reads one row. */
    T read(Row row);
  }

  /** A text. */
  public String text(int column) {
    return required(column, get(column, String.class));
  }

  /** A text that may be null. */
  public Optional<String> optionalText(int column) {
    return Optional.ofNullable(get(column, String.class));
  }

  /** An identifier. */
  public UUID id(int column) {
    return required(column, get(column, UUID.class));
  }

  /** An identifier that may be null. */
  public Optional<UUID> optionalId(int column) {
    return Optional.ofNullable(get(column, UUID.class));
  }

  /** Bytes. */
  public byte[] bytes(int column) {
    return required(column, get(column, byte[].class));
  }

  /** A whole number. */
  public long number(int column) {
    return optionalNumber(column).orElseThrow(() -> isNull(column));
  }

  /** A whole number that may be null. */
  public Optional<Long> optionalNumber(int column) {
    try {
      // any width of integer, which the driver's typed getter would refuse
      long value = result.getLong(column);
      return result.wasNull() ? Optional.empty() : Optional.of(value);
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  /** A number with decimals that may be null. */
  public Optional<Double> optionalDecimal(int column) {
    try {
      double value = result.getDouble(column);
      return result.wasNull() ? Optional.empty() : Optional.of(value);
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  /** An exact number, such as a {@code numeric}. */
  public BigDecimal exact(int column) {
    return required(column, get(column, BigDecimal.class));
  }

  /** An exact number that may be null. */
  public Optional<BigDecimal> optionalExact(int column) {
    return Optional.ofNullable(get(column, BigDecimal.class));
  }

  /** A number with decimals. */
  public double decimal(int column) {
    return required(column, get(column, Double.class));
  }

  /** A day. */
  public LocalDate day(int column) {
    return required(column, get(column, LocalDate.class));
  }

  /** A day that may be null. */
  public Optional<LocalDate> optionalDay(int column) {
    return Optional.ofNullable(get(column, LocalDate.class));
  }

  /** A truth value that may be null. */
  public Optional<Boolean> optionalFlag(int column) {
    return Optional.ofNullable(get(column, Boolean.class));
  }

  /** A truth value. */
  public boolean flag(int column) {
    return required(column, get(column, Boolean.class));
  }

  /** A moment. */
  public Instant moment(int column) {
    return required(column, get(column, OffsetDateTime.class)).toInstant();
  }

  /** A moment that may be null. */
  public Optional<Instant> optionalMoment(int column) {
    return Optional.ofNullable(get(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
  }

  /** A {@code text[]}; null reads as empty. */
  public List<String> texts(int column) {
    try {
      Array array = result.getArray(column);
      return array == null ? List.of() : List.of((String[]) array.getArray());
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  /** A {@code text[]} that may be null. */
  public Optional<List<String>> optionalTexts(int column) {
    return get(column, Object.class) == null ? Optional.empty() : Optional.of(texts(column));
  }

  private <T> @Nullable T get(int column, Class<T> type) {
    try {
      return type == Object.class
          ? type.cast(result.getObject(column))
          : result.getObject(column, type);
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  private static <T> T required(int column, @Nullable T value) {
    if (value == null) {
      throw isNull(column);
    }
    return value;
  }

  private static IllegalStateException isNull(int column) {
    return new IllegalStateException("column " + column + " is null");
  }
}
