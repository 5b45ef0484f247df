package io.marketplace.db.seed;

import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Scope;
import io.marketplace.model.kernel.Work;
import io.marketplace.model.routing.Provider;
import io.marketplace.model.routing.ProviderForm;
import io.marketplace.model.routing.ProviderId;
import io.marketplace.model.routing.Providers;
import io.marketplace.model.routing.RegisterProvider;
import io.marketplace.model.routing.StoreCredential;
import io.marketplace.model.routing.UpdateProvider;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Keeps the demo's two providers. */
final class DemoProviders {

  private static final String HERE = "This machine";
  private static final String ATTACHED = "Attached upstream";
  private static final String PRICES = "Demo prices, set so that spend shows";
  private static final String FINGERPRINT = "credentialFingerprint";

  private final Work work;
  private final Providers providers;
  private final RegisterProvider registerProvider;
  private final UpdateProvider updateProvider;
  private final StoreCredential storeCredential;
  private final byte[] pepper;

  DemoProviders(
      Work work,
      Providers providers,
      RegisterProvider registerProvider,
      UpdateProvider updateProvider,
      StoreCredential storeCredential,
      String pepper) {
    this.work = work;
    this.providers = providers;
    this.registerProvider = registerProvider;
    this.updateProvider = updateProvider;
    this.storeCredential = storeCredential;
    this.pepper = Base64.getDecoder().decode(pepper.strip());
  }

  /** Who runs the models beside the demo. */
  ProviderId thisMachine(Actor administrator) {
    return named(HERE)
        .map(Provider::id)
        .orElseGet(
            () ->
                registerProvider
                    .register(
                        administrator,
                        new ProviderForm(
                            HERE, "on-premises", List.of(HERE), Map.of("prices", PRICES)))
                    .id());
  }

  /**
   * Who runs the upstream that the user attached, with the credential of this start. It cannot be
   * read back, so a keyed fingerprint tells whether it is another one than before.
   */
  ProviderId attachedUpstream(Actor administrator, DemoSettings.Upstream attached) {
    Provider known =
        named(ATTACHED)
            .orElseGet(
                () -> registerProvider.register(administrator, form(attached, Optional.empty())));
    Optional<String> print = attached.credential().map(this::fingerprint);
    if (print.isPresent() && !print.get().equals(known.attributes().get(FINGERPRINT))) {
      storeCredential.store(administrator, known.id(), attached.credential().orElseThrow());
    }
    // last, so that an interrupted set-up stores the credential when it is repeated
    ProviderForm form = form(attached, print);
    if (!same(known, form)) {
      updateProvider.update(administrator, known.id(), form, OptionalInt.empty());
    }
    return known.id();
  }

  private static ProviderForm form(DemoSettings.Upstream attached, Optional<String> print) {
    Map<String, Object> attributes = new TreeMap<>(Map.of("prices", PRICES));
    print.ifPresent(text -> attributes.put(FINGERPRINT, text));
    return new ProviderForm(
        ATTACHED, attached.jurisdiction(), List.of(attached.jurisdiction()), attributes);
  }

  private static boolean same(Provider provider, ProviderForm form) {
    return provider.jurisdiction().equals(form.jurisdiction())
        && provider.attributes().equals(form.attributes());
  }

  private Optional<Provider> named(String name) {
    return work.in(Scope.PLATFORM, () -> providers.named(name));
  }

  private String fingerprint(String credential) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(pepper, "HmacSHA256"));
      byte[] whole = mac.doFinal(credential.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(whole, 0, 6);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}
