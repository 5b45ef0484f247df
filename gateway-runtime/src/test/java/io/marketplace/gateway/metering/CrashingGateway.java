package io.marketplace.gateway.metering;

import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.metering.UsageRow;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;

/**
 * A process that books calls as fast as it can until it is killed. It tells each call's identifier
 * after its settlement, as a gateway gives out the last byte; its database is a file.
 */
final class CrashingGateway {
  /** Ends a line that was written whole. */
  static final String END = ".";

  private static final int CALLERS = 4;

  private CrashingGateway() {}

  /** Takes the state folder and the file that rows are written to. */
  public static void main(String[] args) {
    Path database = Path.of(args[1]);
    Ledger ledger =
        Ledger.open(
            Path.of(args[0]), 0, batch -> write(database, batch.usage()), Clock.systemUTC());
    ledger.start();
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
    for (int caller = 0; caller < CALLERS; caller++) {
      Thread.ofPlatform().start(() -> call(ledger, out));
    }
  }

  private static void call(Ledger ledger, PrintStream out) {
    TenantId tenant = TenantId.create();
    while (true) {
      UsageRow open = Rows.open(tenant);
      ledger.journal().intend(open);
      ledger.journal().settle(Rows.settled(open));
      out.println(open.call());
    }
  }

  /** A row as a line whose end shows. */
  static String line(UsageRow row) {
    return row.call() + " " + row.outcome() + " " + END;
  }

  private static void write(Path database, List<UsageRow> rows) {
    // Behind what a kill may have cut.
    StringBuilder lines = new StringBuilder("\n");
    rows.forEach(row -> lines.append(line(row)).append('\n'));
    try {
      Files.writeString(database, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
