package io.marketplace.gateway.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marketplace.model.kernel.BinaryWriter;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.metering.Attempt;
import io.marketplace.model.metering.AttemptEnd;
import io.marketplace.model.metering.CallId;
import io.marketplace.model.metering.ServedBy;
import io.marketplace.model.metering.TokenCount;
import io.marketplace.model.metering.UsageFlag;
import io.marketplace.model.metering.UsageRow;
import io.marketplace.model.routing.PoolId;
import io.marketplace.model.routing.ProviderId;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What stands in journals is read by the gateway that follows. */
class RowCodecTest {

  /** As a gateway wrote it that knew no tokens of reasoning and no images. */
  private static final String VERSION_1 =
      "AQGTAAAAAHAAgAAAAAAAAAEAAAAAauaBAICU7zoBkwAAAABwAIAAAAAAAAABAZMAAAAAcACAAAAAAAAAAQGTAAAAAHAA"
          + "gAAAAAAAAAEBkwAAAABwAIAAAAAAAAABB3V0aWxpdHkFYWxpYXMBBWFnZW50AAEKYSBjdXN0b21lcgAACGludGVy"
          + "bmFsAQGTAAAAAHAAgAAAAAAAAAEBkwAAAABwAIAAAAAAAAABAW0BA6wCZMgBCHVwc3RyZWFtAAAAAAAAE4gGYnlw"
          + "YXNzyAEIYW5zd2VyZWQBAT/4AAAAAAAAAT/oAAAAAAAAAXIBAZMAAAAAcACAAAAAAAAAAQAAAABq5oEAAAGTAAAA"
          + "AHAAgAAAAAAAAAEAAAAAAAAThwAAAAAAAAABAQZleGNlc3M=";

  /** As a gateway wrote it that knew no attempts beneath a row. */
  private static final String VERSION_2 =
      "AgGTAAAAAHAAgAAAAAAAAAEAAAAAauaBAICU7zoBkwAAAABwAIAAAAAAAAABAZMAAAAAcACAAAAAAAAAAQGTAAAAAHAAgA"
          + "AAAAAAAAEBkwAAAABwAIAAAAAAAAABB3V0aWxpdHkFYWxpYXMBBWFnZW50AAEKYSBjdXN0b21lcgAACGludGVybmFsAQGT"
          + "AAAAAHAAgAAAAAAAAAEBkwAAAABwAIAAAAAAAAABAW0BA6wCZMgBlgEDCHVwc3RyZWFtAAAAAAAAE4gGYnlwYXNzyAEIYW"
          + "5zd2VyZWQBAT/4AAAAAAAAAT/oAAAAAAAAAXIBAZMAAAAAcACAAAAAAAAAAQAAAABq5oEAAAGTAAAAAHAAgAAAAAAAAAEA"
          + "AAAAAAAThwAAAAAAAAABAQZleGNlc3M=";

  @Test
  void aRowOfTheVersionBeforeHasNoAttemptsBeneath() {
    UsageRow row = RowCodec.read(Base64.getDecoder().decode(VERSION_2));

    assertThat(row.tokens().reasoning()).isEqualTo(150);
    assertThat(row.images()).isEqualTo(3);
    assertThat(row.flag()).isEqualTo(UsageFlag.EXCESS);
    assertThat(row.beneath()).isEmpty();
  }

  @Test
  void aRowOfTheVersionBeforeThatIsReadWhole() {
    byte[] bytes = Base64.getDecoder().decode(VERSION_1);

    UsageRow row = RowCodec.read(bytes);

    CallId call = new CallId(UUID.fromString("01930000-0000-7000-8000-000000000001"));
    assertThat(RowCodec.call(bytes)).isEqualTo(call);
    assertThat(row.call()).isEqualTo(call);
    assertThat(row.tokens())
        .isEqualTo(new TokenCount(300, 100, 200, 0, TokenCount.Source.UPSTREAM));
    assertThat(row.images()).isZero();
    assertThat(row.cost()).isEqualTo(new NanoUsd(5_000));
    assertThat(row.attribution().customer()).isEqualTo("a customer");
    assertThat(row.bookings().getFirst().amount()).isEqualTo(new NanoUsd(4_999));
    assertThat(row.flag()).isEqualTo(UsageFlag.EXCESS);
  }

  @Test
  void whatIsWrittenIsReadAsItWas() {
    UsageRow before = RowCodec.read(Base64.getDecoder().decode(VERSION_1));
    UsageRow row =
        new UsageRow(
            before.call(),
            before.startedAt(),
            before.owner(),
            before.tier(),
            before.alias(),
            before.attribution(),
            "a class",
            before.sensitivity(),
            null,
            new TokenCount(300, 100, 200, 150, TokenCount.Source.COUNTED),
            3,
            before.cost(),
            before.cache(),
            before.status(),
            before.outcome(),
            before.streamed(),
            before.attempts(),
            before.latencyMs(),
            null,
            before.replica(),
            before.bookings(),
            before.excess(),
            UsageFlag.UNANSWERED,
            List.of(
                new Attempt(
                    new ServedBy(PoolId.create(), ProviderId.create(), "first", null),
                    AttemptEnd.REFUSED,
                    503,
                    12.5,
                    TokenCount.ZERO,
                    NanoUsd.ZERO),
                new Attempt(
                    new ServedBy(PoolId.create(), ProviderId.create(), "second", 7),
                    AttemptEnd.ANSWERED,
                    null,
                    99,
                    new TokenCount(300, 100, 200, 150, TokenCount.Source.COUNTED),
                    before.cost())));
    BinaryWriter written = RowCodec.write(row);

    assertThat(RowCodec.read(Arrays.copyOf(written.array(), written.length()))).isEqualTo(row);
  }

  @Test
  void aVersionThatNobodyKnowsIsRefused() {
    byte[] bytes = Base64.getDecoder().decode(VERSION_1);
    bytes[0] = 4;

    assertThatThrownBy(() -> RowCodec.read(bytes)).isInstanceOf(IllegalArgumentException.class);
  }
}
