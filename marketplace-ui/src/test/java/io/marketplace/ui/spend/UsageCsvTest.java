package io.marketplace.ui.spend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UsageCsvTest {

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+cmd", "-2+3", "@SUM(A1)", "\t=1", " =1", "=HYPERLINK(x)"})
  void letsNoCellBecomeAFormula(String cell) {
    assertThat(UsageCsv.line(List.of(cell))).isEqualTo("'" + cell + "\r\n");
  }

  @Test
  void quotesWhatWouldBreakTheLine() {
    assertThat(UsageCsv.line(List.of("a,b", "say \"hi\"", "two\nlines", "plain")))
        .isEqualTo("\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",plain\r\n");
  }

  @Test
  void keepsEmptyCells() {
    assertThat(UsageCsv.line(List.of("", "x", ""))).isEqualTo(",x,\r\n");
  }

  @Test
  void namesEveryColumn() {
    assertThat(UsageCsv.head()).startsWith("request_id,started_at").contains("cost_usd");
  }
}
