package io.marketplace.db.policy;

import static io.marketplace.db.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.db.Enterprise;
import io.marketplace.db.json.Json;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.policy.NameSensitivity;
import io.marketplace.model.policy.Sensitivity;
import io.marketplace.model.policy.SensitivityName;
import io.marketplace.model.policy.SensitivityQueries;
import io.marketplace.model.problem.ProblemCode;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The names of sensitivities on a real database. */
class SensitivityContractTest {

  private Enterprise house;

  @BeforeEach
  void open() throws SQLException {
    house = new Enterprise();
  }

  @AfterEach
  void close() throws SQLException {
    house.close();
  }

  private SensitivityName name(Actor actor, Sensitivity rank, int version, String... words) {
    return house
        .get(NameSensitivity.class)
        .name(actor, rank, "Stufe", "Was geheim ist", List.of(words), OptionalInt.of(version));
  }

  @Test
  void aNameAndItsWordsAreKeptAndReachTheGateways() throws SQLException {
    SensitivityName named = name(house.admin, Sensitivity.RESTRICTED, 1, "Geheim", "c4");

    assertThat(named.version()).isEqualTo(2);
    assertThat(house.get(SensitivityQueries.class).names(house.developer))
        .extracting(SensitivityName::rank)
        .containsExactly(Sensitivity.values());
    assertThat(house.get(SensitivityQueries.class).names(house.developer).getLast())
        .isEqualTo(named);
    assertThat(named.words()).containsExactly("c4", "geheim");
    assertThat(Json.read(house.database.snapshot()).path("sensitivities").toString())
        .contains("\"geheim\"");
  }

  @Test
  void aWordStandsForOneSensitivityAndIsNoCode() {
    name(house.admin, Sensitivity.RESTRICTED, 1, "geheim");

    assertRefused(
        ProblemCode.INVALID_REQUEST, () -> name(house.admin, Sensitivity.INTERNAL, 1, "geheim"));
    assertRefused(
        ProblemCode.INVALID_REQUEST,
        () -> name(house.admin, Sensitivity.INTERNAL, 1, "restricted"));
    assertRefused(
        ProblemCode.INVALID_REQUEST, () -> name(house.admin, Sensitivity.INTERNAL, 1, "two words"));
    assertRefused(
        ProblemCode.CONFLICT, () -> name(house.admin, Sensitivity.RESTRICTED, 1, "geheim"));
    assertRefused(ProblemCode.FORBIDDEN, () -> name(house.approver, Sensitivity.INTERNAL, 1, "c2"));
  }
}
