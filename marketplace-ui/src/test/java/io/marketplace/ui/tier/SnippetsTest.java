package io.marketplace.ui.tier;

import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.model.catalogue.Tier;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SnippetsTest {

  @ParameterizedTest
  @EnumSource(Tier.class)
  void carryTheReadersOwnAddressAndAliasAndNoPlaceholder(Tier tier) {
    Map<String, String> snippets = Snippets.of(tier, "https://gateway.example/v1");

    assertThat(snippets).containsOnlyKeys("curl", "Python", "Java", "JavaScript");
    assertThat(snippets.values())
        .allSatisfy(
            text ->
                assertThat(text)
                    .contains("https://gateway.example/v1")
                    .contains("\"" + tier.code() + "\"")
                    .doesNotContain("{base}", "{model}", "{path}", "{body}", "mk_live"));
  }
}
