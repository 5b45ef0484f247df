package io.marketplace.ui.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CsvTest {

  @Test
  void quotesWhatWouldBreakTheLine() {
    assertEquals("a,\"b,c\",\"say \"\"hi\"\"\"\r\n", Csv.line("a", "b,c", "say \"hi\""));
  }

  @Test
  void disarmsFormulas() {
    assertEquals(
        "'=1+1,'+1a,'@x,'-cmd|' /C calc'!A0\r\n",
        Csv.line("=1+1", "+1a", "@x", "-cmd|' /C calc'!A0"));
    assertEquals("'  =1\r\n", Csv.line("  =1"));
  }

  @Test
  void leavesPlainNumbersAsTheyAre() {
    assertEquals("-1.5,2\r\n", Csv.line("-1.5", "2"));
  }
}
