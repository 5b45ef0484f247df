package io.marketplace.model.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class KeySecretTest {

  private final KeySecret secret = KeySecret.create(new SecureRandom());

  @Test
  void aNewSecretHasTheAgreedFormAndReadsBack() {
    assertThat(secret.reveal()).matches("mk_live_[0-9A-Za-z]{49}");
    assertThat(KeySecret.parse(secret.reveal()).orElseThrow().reveal()).isEqualTo(secret.reveal());
  }

  @Test
  void theChecksumDoesNotChangeBetweenReleases() {
    // CRC-32 of "mk_live_" and 43 zeros, by an independent implementation (zlib).
    String body = KeySecret.PREFIX + "0".repeat(43);
    assertThat(KeySecret.parse(body + "24jeos")).isPresent();
  }

  @Test
  void aMistypedCharacterIsRejected() {
    char[] text = secret.reveal().toCharArray();
    text[20] = text[20] == 'a' ? 'b' : 'a';
    assertThat(KeySecret.parse(new String(text))).isEmpty();
  }

  @Test
  void otherFormsAreRejected() {
    assertThat(KeySecret.parse("")).isEmpty();
    assertThat(KeySecret.parse("sk-" + secret.reveal())).isEmpty();
    assertThat(KeySecret.parse(secret.reveal() + "x")).isEmpty();
    assertThat(KeySecret.parse("mk_live_" + "é".repeat(49))).isEmpty();
  }

  @Test
  void secretsAreFoundInText() {
    KeySecret other = KeySecret.create(new SecureRandom());
    String text =
        "OPENAI_API_KEY=%s\n{\"key\":\"%s\"} %s mk_live_short xmk_live_%s"
            .formatted(secret.reveal(), other.reveal(), secret.reveal(), "z".repeat(60));
    assertThat(KeySecret.candidates(text))
        .containsExactly(secret.reveal(), other.reveal(), "mk_live_" + "z".repeat(49));
    assertThat(KeySecret.candidates("nothing")).isEmpty();
  }

  @Test
  void textAndHintNeverHoldTheSecret() {
    assertThat(secret.toString()).isEqualTo(secret.hint()).hasSize(13);
  }

  @Test
  void theHashDependsOnThePepper() {
    byte[] one = new byte[32];
    byte[] two = new byte[32];
    two[0] = 1;
    assertThat(new KeyHasher(one).hash(secret)).isEqualTo(new KeyHasher(one).hash(secret));
    assertThat(new KeyHasher(one).hash(secret)).isNotEqualTo(new KeyHasher(two).hash(secret));
    assertThatThrownBy(() -> new KeyHasher(new byte[31]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
