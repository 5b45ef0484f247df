package io.marketplace.gateway.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.marketplace.gateway.snapshot.GuardReader.Guards;
import io.marketplace.model.kernel.TenantId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A guardrail that cannot be read stops whom it holds for, and nobody else. */
class GuardReaderTest {

  private static final String GOOD =
      "{\"name\":\"good\",\"detector\":\"iban\",\"action\":\"block\",\"sides\":[\"prompt\"],\"values\":[]}";
  private static final TenantId TENANT = TenantId.create();
  private static final TenantId OTHER = TenantId.create();

  private static Guards read(String platform, @Nullable String ofTenant) {
    String tenant =
        ofTenant == null
            ? ""
            : ",{\"tenantId\":\"%s\",\"version\":2,\"rules\":%s}".formatted(TENANT, ofTenant);
    String other = ",{\"tenantId\":\"%s\",\"version\":5,\"rules\":[%s]}".formatted(OTHER, GOOD);
    String json =
        "[{\"tenantId\":null,\"version\":1,\"rules\":%s}%s%s]".formatted(platform, tenant, other);
    try {
      return new GuardReader().read(new ObjectMapper().readTree(json));
    } catch (JsonProcessingException e) {
      throw new AssertionError("JSON of the test", e);
    }
  }

  private static GuardSet of(Guards guards, TenantId tenant) {
    return Objects.requireNonNull(guards.byTenant().get(tenant));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"name\":\"odd\",\"detector\":\"telepathy\",\"action\":\"block\",\"sides\":[\"prompt\"]}]",
        "[{\"name\":\"odd\",\"detector\":\"iban\",\"action\":\"explode\",\"sides\":[\"prompt\"]}]",
        "[{\"name\":\"odd\",\"detector\":\"iban\",\"action\":\"block\",\"sides\":[\"aside\"]}]",
        "[{\"name\":\"odd\",\"detector\":\"iban\",\"action\":\"block\"}]",
        "[{\"name\":\"odd\",\"detector\":\"size\",\"action\":\"block\",\"sides\":[\"prompt\"]}]",
        "[{\"name\":\"odd\",\"detector\":\"pattern\",\"action\":\"block\",\"sides\":[\"prompt\"],\"values\":[\"(\"]}]",
      })
  void aTenantsRuleThatCannotBeReadStopsThatTenant(String rules) {
    Guards guards = read("[" + GOOD + "]", rules);

    assertThat(of(guards, TENANT).unreadable()).containsExactly("odd");
    assertThat(of(guards, OTHER).unreadable()).isEmpty();
    assertThat(Objects.requireNonNull(guards.platform()).unreadable()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "{}", "\"rules\""})
  void rulesThatAreNoListStopWhomTheyHoldFor(String rules) {
    assertThat(of(read("[]", rules), TENANT).unreadable()).isNotEmpty();
  }

  @Test
  void aRuleOfThePlatformThatCannotBeReadStopsEverybody() {
    Guards guards = read("[{\"name\":\"odd\"}," + GOOD + "]", null);

    assertThat(Objects.requireNonNull(guards.platform()).unreadable()).containsExactly("odd");
    assertThat(of(guards, OTHER).unreadable()).containsExactly("odd");
  }

  @Test
  void whatCanBeReadStopsNobody() {
    Guards guards = read("[]", "[" + GOOD + "]");

    assertThat(guards.platform()).isNull();
    assertThat(of(guards, TENANT).unreadable()).isEmpty();
  }
}
