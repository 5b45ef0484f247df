package io.marketplace.model.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class CredentialCipherTest {

  private static final String SECRET = "sk-very-secret";

  private final CredentialCipher cipher = new CredentialCipher(new byte[32]);
  private final ProviderId provider = ProviderId.create();

  @Test
  void whatIsSealedForAProviderOpensForIt() {
    byte[] sealed = cipher.seal(provider, SECRET);

    assertThat(cipher.open(provider, sealed)).isEqualTo(SECRET);
    assertThat(sealed).hasSize(12 + SECRET.length() + 16);
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain(SECRET);
  }

  @Test
  void nonceIsNeverTheSame() {
    assertThat(cipher.seal(provider, SECRET)).isNotEqualTo(cipher.seal(provider, SECRET));
  }

  @Test
  void itOpensForNoOtherProviderAndUnderNoOtherKey() {
    byte[] sealed = cipher.seal(provider, SECRET);
    byte[] otherKey = new byte[32];
    otherKey[0] = 1;

    assertThatThrownBy(() -> cipher.open(ProviderId.create(), sealed))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining(SECRET);
    assertThatThrownBy(() -> new CredentialCipher(otherKey).open(provider, sealed))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aChangedOrCutCredentialDoesNotOpen() {
    byte[] sealed = cipher.seal(provider, SECRET);
    sealed[20] ^= 1;

    assertThatThrownBy(() -> cipher.open(provider, sealed))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> cipher.open(provider, new byte[10]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aKeyOfAnotherLengthIsRefused() {
    String sixteen = Base64.getEncoder().encodeToString(new byte[16]);

    assertThatThrownBy(() -> CredentialCipher.ofBase64(sixteen))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
