package io.marketplace.ui.administration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.marketplace.model.problem.MarketplaceException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AttributeTextTest {

  @Test
  void readsTruthValuesNumbersListsAndTexts() {
    assertEquals(
        Map.of(
            "dpa",
            true,
            "retentionDays",
            new BigDecimal("0"),
            "certifications",
            List.of("ISO 27001", "SOC 2"),
            "contact",
            "privacy desk"),
        AttributeText.parse(
            "dpa: yes\nretentionDays: 0\n\ncertifications: ISO 27001, SOC 2\ncontact: privacy desk"));
  }

  @Test
  void writesWhatItReads() {
    String text = "certifications: ISO 27001, SOC 2\ndpa: yes\nretentionDays: 0";
    assertEquals(text, AttributeText.of(AttributeText.parse(text)));
  }

  @Test
  void refusesLinesWithoutNameAndNamesThatComeTwice() {
    assertThrows(MarketplaceException.class, () -> AttributeText.parse("just words"));
    assertThrows(MarketplaceException.class, () -> AttributeText.parse("dpa: yes\ndpa: no"));
  }
}
