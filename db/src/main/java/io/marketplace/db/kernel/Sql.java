package io.marketplace.db.kernel;

import io.marketplace.model.kernel.Page;
import io.marketplace.model.kernel.PageRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * SQL on the connection of the running unit of work; pending changes of entities are flushed first.
 * Parameters may be text, numbers, truth values, {@link UUID}, {@link Instant} (as timestamptz), a
 * list of text (as {@code text[]}), a {@code UUID[]}, {@code byte[]}, an {@link Optional} of these
 * or null.
 */
@Singleton
public final class Sql {

  private static final int FETCH_ROWS = 500;

  private final Transactions transactions;

  /** Speaks within {@code transactions}. */
  @Inject
  public Sql(Transactions transactions) {
    this.transactions = transactions;
  }

  /** The rows of a query. */
  public <T> List<T> list(String query, Row.Reader<T> reader, @Nullable Object... parameters) {
    return prepared(
        query,
        parameters,
        statement -> {
          try (ResultSet result = statement.executeQuery()) {
            Row row = new Row(result);
            List<T> rows = new ArrayList<>();
            while (result.next()) {
              rows.add(reader.read(row));
            }
            return rows;
          }
        });
  }

  /** Hands each row of a query to {@code reader}, without holding them all in memory. */
  public void each(String query, Consumer<Row> reader, @Nullable Object... parameters) {
    prepared(
        query,
        parameters,
        statement -> {
          // inside a transaction the driver then fetches in portions
          statement.setFetchSize(FETCH_ROWS);
          int read = 0;
          try (ResultSet result = statement.executeQuery()) {
            Row row = new Row(result);
            while (result.next()) {
              reader.accept(row);
              read++;
            }
          }
          return read;
        });
  }

  /** The first row of a query, if there is one. */
  public <T> Optional<T> one(String query, Row.Reader<T> reader, @Nullable Object... parameters) {
    return list(query, reader, parameters).stream().findFirst();
  }

  /** Part of a query's rows; {@code query} must end in its {@code order by}. */
  public <T> Page<T> page(
      PageRequest page, String query, Row.Reader<T> reader, @Nullable Object... parameters) {
    String part = query + " limit " + (page.limit() + 1) + " offset " + page.offset();
    List<T> rows = list(part, reader, parameters);
    boolean more = rows.size() > page.limit();
    return new Page<>(more ? rows.subList(0, page.limit()) : rows, more);
  }

  /** Runs a statement that changes rows; how many it changed. */
  public int change(String statement, @Nullable Object... parameters) {
    return prepared(statement, parameters, PreparedStatement::executeUpdate);
  }

  /** The text as the middle of an {@code ilike} pattern, its wildcards taken literally. */
  public static String contains(String text) {
    return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
  }

  private <T> T prepared(String text, @Nullable Object[] parameters, Execution<T> execution) {
    EntityManager entities = transactions.entities();
    entities.flush();
    return entities
        .unwrap(Session.class)
        .doReturningWork(
            connection -> {
              try (PreparedStatement statement = connection.prepareStatement(text)) {
                for (int i = 0; i < parameters.length; i++) {
                  bind(connection, statement, i + 1, parameters[i]);
                }
                return execution.run(statement);
              } catch (SQLException e) {
                // Hibernate would wrap it in words of its own.
                throw new SqlFailure(e);
              }
            });
  }

  private static void bind(
      Connection connection, PreparedStatement statement, int index, @Nullable Object value)
      throws SQLException {
    switch (value) {
      case null -> statement.setNull(index, Types.NULL);
      case Optional<?> optional -> bind(connection, statement, index, optional.orElse(null));
      case Instant moment -> statement.setObject(index, moment.atOffset(ZoneOffset.UTC));
      case List<?> texts ->
          statement.setArray(index, connection.createArrayOf("text", texts.toArray()));
      case UUID[] ids -> statement.setArray(index, connection.createArrayOf("uuid", ids));
      default -> statement.setObject(index, value);
    }
  }

  @FunctionalInterface
  private interface Execution<T> {
    T run(PreparedStatement statement) throws SQLException;
  }
}
