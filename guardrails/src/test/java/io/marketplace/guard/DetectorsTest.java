package io.marketplace.guard;

import static io.marketplace.guard.Rules.redacted;
import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.model.guard.Detector;
import io.marketplace.model.keys.KeySecret;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each detector finds, and what it must leave alone. */
class DetectorsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DE89370400440532013000",
        "DE89 3704 0044 0532 0130 00",
        "gb82west12345698765432",
        "DE89-3704-0044-0532-0130-00",
        "ＤＥ８９３７０４００４４０５３２０１３０００",
        "DE89\u200b3704\u200b0044\u200b0532\u200b0130\u200b00"
      })
  void ibans(String iban) {
    assertThat(redacted(Detector.IBAN, "pay " + iban + ", and soon"))
        .isEqualTo("pay [redacted:iban], and soon");
    assertThat(redacted(Detector.IBAN, iban)).isEqualTo("[redacted:iban]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DE89370400440532013001",
        "XX89370400440532013000",
        "DE893704004405320130001",
        "aDE89370400440532013000",
        "the 22nd of DE89"
      })
  void noIbans(String text) {
    assertThat(redacted(Detector.IBAN, text)).isEqualTo(text);
  }

  @Test
  void anIbanEndsWhereItsCountrySays() {
    assertThat(redacted(Detector.IBAN, "DE89 3704 0044 0532 0130 00 and more"))
        .isEqualTo("[redacted:iban] and more");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4111111111111111",
        "4111 1111 1111 1111",
        "4111-1111-1111-1111",
        "5500.0000.0000.0004",
        "378282246310005",
        "x4111111111111111y"
      })
  void cards(String card) {
    assertThat(redacted(Detector.CARD, "card " + card + " 12/29"))
        .doesNotContain("1111", "0004", "10005");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4111111111111112",
        "0000000000000000",
        "1234567812345670",
        "41111111111111111234567890",
        "order 2024-11-05 10:30:59"
      })
  void noCards(String text) {
    assertThat(redacted(Detector.CARD, text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "write to ada@example.com now, write to [redacted:email] now",
    "ada.l+x@bank.internal., [redacted:email].",
    "müller@straße-bank.de, [redacted:email]",
    "<ADA@EXAMPLE.CO.UK>, <[redacted:email]>",
    "a@b, a@b",
    "@handle and user@, @handle and user@",
    "v1.2@3.4, v1.2@3.4"
  })
  void emails(String text, String expected) {
    assertThat(redacted(Detector.EMAIL, text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "call +49 30 901820 today, call [redacted:phone] today",
    "call +1 212-736-5000., call [redacted:phone].",
    "0044 20 7946 0018, [redacted:phone]",
    "+12 is no number, +12 is no number",
    "in 1990 and 2024, in 1990 and 2024"
  })
  void phones(String text, String expected) {
    assertThat(redacted(Detector.PHONE, text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "AT, 1237010180",
    "BE, 85.07.30-033.28",
    "BR, 529.982.247-25",
    "CH, 756.9217.0769.85",
    "CN, 11010519491231002X",
    "DE, 86 095 742 719",
    "ES, 12345678Z",
    "ES, X1234567L",
    "FR, 2 55 08 14 168 025 38",
    "GB, AB 12 34 56 C",
    "IN, 2341 2341 2346",
    "IT, RSSMRA85T10A562S",
    "NL, 111222333",
    "PL, 44051401359",
    "SE, 811218-9876",
    "US, 536-90-4399"
  })
  void nationalIds(String country, String id) {
    assertThat(redacted(Detector.NATIONAL_ID, "my id " + id + ".", country))
        .isEqualTo("my id [redacted:national-id].");
  }

  @ParameterizedTest
  @CsvSource({
    "AT, 1238010180",
    "BE, 85.07.30-033.29",
    "BR, 529.982.247-26",
    "CH, 756.9217.0769.86",
    "CN, 110105194912310021",
    "DE, 86 095 742 718",
    "ES, 12345678A",
    "FR, 2 55 08 14 168 025 39",
    "GB, GB 12 34 56 C",
    "IN, 2341 2341 2347",
    "IT, RSSMRA85T10A562T",
    "NL, 111222334",
    "PL, 44051401358",
    "SE, 811218-9875",
    "US, 666-90-4399"
  })
  void noNationalIds(String country, String id) {
    assertThat(redacted(Detector.NATIONAL_ID, id, country)).isEqualTo(id);
  }

  @Test
  void tokensOfKnownPrefixes() {
    String github = "ghp_" + "a1B2".repeat(9);
    String aws = "AKIA" + "Z9".repeat(8);
    String web = "eyJ" + "a".repeat(30) + ".eyJ" + "b".repeat(900) + "." + "c".repeat(300);

    assertThat(redacted(Detector.SECRET, "use " + github + " or " + aws + " or " + web + "!"))
        .isEqualTo("use [redacted:secret] or [redacted:secret] or [redacted:secret]!");
    assertThat(redacted(Detector.SECRET, "a skill of eyJust ghp_short AKIA"))
        .isEqualTo("a skill of eyJust ghp_short AKIA");
  }

  @Test
  void privateKeysWithTheirBody() {
    String head = "-----BEGIN " + "RSA PRIVATE KEY-----";
    String body = "\nMIIEpAIBAAKCAQEA0Z3VS5JJcds3\nxfn/ygWyF8PbnGy0AHB7\n";

    assertThat(redacted(Detector.SECRET, "k: " + head + body + "-----END RSA PRIVATE KEY----- ok"))
        .isEqualTo("k: [redacted:secret] ok");
    assertThat(redacted(Detector.SECRET, "k: " + head + body)).isEqualTo("k: [redacted:secret]");
  }

  @Test
  void ourOwnKeysByTheirChecksum() {
    String key = KeySecret.create(new SecureRandom()).reveal();
    char last = key.charAt(key.length() - 1);
    String wrong = key.substring(0, key.length() - 1) + (last == 'a' ? 'b' : 'a');

    assertThat(redacted(Detector.SECRET, "key=" + key + ";")).isEqualTo("key=[redacted:secret];");
    assertThat(redacted(Detector.SECRET, "key=" + wrong + ";")).isEqualTo("key=" + wrong + ";");
  }

  @Test
  void termsWhateverTheirCaseAsWholeWords() {
    assertThat(
            redacted(
                Detector.TERMS, "PROJECT  x; Project Falcon, falcons", "project falcon", "Falcon"))
        .isEqualTo("PROJECT  x; [redacted:terms], falcons");
    assertThat(redacted(Detector.TERMS, "このプロジェクト鷹は秘密", "プロジェクト鷹"))
        .isEqualTo("この[redacted:terms]は秘密");
    assertThat(redacted(Detector.TERMS, "STRASSE straße Übung", "übung", "straße"))
        .isEqualTo("STRASSE [redacted:terms] [redacted:terms]");
  }

  @Test
  void expressions() {
    assertThat(redacted(Detector.PATTERN, "case ABC-1234 and abc-99", "(?i)abc-\\d{2,6}"))
        .isEqualTo("case [redacted:pattern] and [redacted:pattern]");
    assertThat(redacted(Detector.PATTERN, "a\"b@c#d<e&f~", "\"b@c#d<e&f~"))
        .isEqualTo("a[redacted:pattern]");
  }
}
