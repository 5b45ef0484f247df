package io.marketplace.launcher.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marketplace.launcher.part.LaunchFailure;
import org.junit.jupiter.api.Test;

class DatabaseAddressTest {

  @Test
  void readsTheUsualForm() {
    DatabaseAddress address =
        DatabaseAddress.parse(
            "postgresql://ada:p%40ss%3Aw@db.example.com:6000/models?sslmode=require");

    assertThat(address)
        .isEqualTo(
            new DatabaseAddress(
                "db.example.com", 6000, "models", "ada", "p@ss:w", "sslmode=require"));
    assertThat(address.jdbcUrl())
        .isEqualTo("jdbc:postgresql://db.example.com:6000/models?sslmode=require");
    assertThat(address.url())
        .isEqualTo("postgresql://ada:p%40ss%3Aw@db.example.com:6000/models?sslmode=require");
  }

  @Test
  void readsTheFormOfJdbc() {
    assertThat(DatabaseAddress.parse("jdbc:postgresql://localhost/models?user=ada&password=secret"))
        .isEqualTo(new DatabaseAddress("localhost", 5432, "models", "ada", "secret", ""));
  }

  @Test
  void refusesOthersWithoutRepeatingThem() {
    assertThatThrownBy(() -> DatabaseAddress.parse("mysql://ada:hunter2@db/models"))
        .isInstanceOf(LaunchFailure.class)
        .hasMessageContaining("DATABASE_URL")
        .hasMessageNotContaining("hunter2");
  }
}
