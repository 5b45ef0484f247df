package io.marketplace.db.quota;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Connections to a real database that break when a statement has been run and committed, before its
 * answer comes.
 */
final class LostAnswers {
  private static final Set<String> RUN = Set.of("execute", "executeQuery", "executeUpdate");

  private LostAnswers() {}

  static DataSource of(DataSource real) {
    return wrap(DataSource.class, real);
  }

  private static <T> T wrap(Class<T> type, Object real) {
    return type.cast(
        Proxy.newProxyInstance(
            LostAnswers.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              Object answer;
              try {
                answer = method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getTargetException();
              }
              if (answer instanceof PreparedStatement statement) {
                return wrap(PreparedStatement.class, statement);
              }
              if (answer instanceof Connection connection) {
                return wrap(Connection.class, connection);
              }
              if (RUN.contains(method.getName())) {
                throw new SQLException("the connection broke", "08006");
              }
              return answer;
            }));
  }
}
