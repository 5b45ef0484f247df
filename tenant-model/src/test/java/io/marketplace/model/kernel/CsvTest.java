package io.marketplace.model.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

  @Test
  void cellsAreQuotedWhereTheyMustBe() {
    assertThat(Csv.line(Arrays.asList("a", "b,c", "say \"hi\"", null, 7, -1.5)))
        .isEqualTo("a,\"b,c\",\"say \"\"hi\"\"\",,7,-1.5\r\n");
    assertThat(Csv.line(BigDecimal.valueOf(0, 9), BigDecimal.valueOf(-1, 9)))
        .isEqualTo("0.000000000,-0.000000001\r\n");
    assertThat(Csv.line("a\nb", "c")).isEqualTo("\"a\nb\",c\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1",
        "+1a",
        "-1",
        "-cmd|' /C calc'!A0",
        "@sum(a1)",
        "\t=1",
        "\r=1",
        "  =1",
        "\u22121",
        "\uFF1D1",
        "\uFF0B1",
        "\uFF0D1",
        "\uFF20a"
      })
  void formulasAreDisarmed(String formula) {
    assertThat(Csv.line(List.of(formula)).replace("\"", "")).startsWith("'" + formula.charAt(0));
  }
}
