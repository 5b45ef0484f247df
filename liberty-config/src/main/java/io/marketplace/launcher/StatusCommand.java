package io.marketplace.launcher;

import io.marketplace.launcher.home.Settings;
import io.marketplace.launcher.part.PartState;
import io.marketplace.launcher.process.ProcessMark;
import io.marketplace.launcher.supervise.BoardView;
import io.marketplace.launcher.supervise.Console;
import io.marketplace.launcher.supervise.Lease;
import io.marketplace.launcher.supervise.PartStatus;
import io.marketplace.launcher.supervise.Phase;
import io.marketplace.launcher.supervise.Supervisor;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code status}: what runs. Exit code 0 when all of it does, 1 otherwise. */
final class StatusCommand {
  private final Settings settings;

  StatusCommand(Settings settings) {
    this.settings = settings;
  }

  int run(Options options) {
    Optional<String> unknown = options.unknown(Set.of("--json"));
    if (unknown.isPresent()) {
      System.err.print("marketplace: status does not know " + unknown.get() + ".\n" + Usage.TEXT);
      return Launcher.NOT_UNDERSTOOD;
    }
    boolean alive = Lease.holder(settings).isPresent();
    BoardView view =
        BoardView.read(Supervisor.boardFile(settings))
            .filter(board -> alive || board.phase() == Phase.FAILED)
            .orElseGet(() -> new BoardView(Phase.STOPPED, 0, "", List.of()));
    boolean whole =
        alive
            && view.phase() == Phase.READY
            && view.parts().stream().allMatch(part -> part.state() == PartState.READY);
    if (options.has("--json")) {
      System.out.println(json(view, whole, pids(view)));
    } else {
      System.out.println(
          "The marketplace is "
              + lower(view.phase())
              + (view.phase() == Phase.READY && !whole
                  ? ", but not all of it runs; ./marketplace up starts the rest."
                  : "."));
      view.parts().forEach(part -> System.out.println(row(part)));
      if (view.phase() == Phase.FAILED) {
        System.out.println(view.sentence());
      }
    }
    return whole ? Launcher.DONE : Launcher.FAILED;
  }

  private static String row(PartStatus part) {
    return "  %-18s %-9s %8s  %s"
        .formatted(part.name(), lower(part.state()), Console.seconds(part.millis()), part.detail())
        .stripTrailing();
  }

  static String json(BoardView view, boolean whole, Map<String, String> pids) {
    String parts =
        view.parts().stream()
            .map(
                part ->
                    "{\"name\":%s,\"state\":%s,\"pid\":%s,\"startMillis\":%d,\"detail\":%s}"
                        .formatted(
                            quoted(part.name()),
                            quoted(lower(part.state())),
                            pids.getOrDefault(part.name(), "null"),
                            part.millis(),
                            quoted(part.detail())))
            .collect(Collectors.joining(","));
    return "{\"phase\":%s,\"healthy\":%b,\"startMillis\":%d,\"message\":%s,\"parts\":[%s]}"
        .formatted(
            quoted(lower(view.phase())), whole, view.millis(), quoted(view.sentence()), parts);
  }

  /** The process of each part that has one: the server itself, not the shell that supervises it. */
  private Map<String, String> pids(BoardView view) {
    Map<String, String> pids = new HashMap<>();
    for (PartStatus part : view.parts()) {
      ProcessMark.read(settings.run().resolve(part.name() + ".pid"))
          .flatMap(ProcessMark::live)
          .flatMap(
              shell ->
                  shell
                      .children()
                      .filter(
                          child -> child.info().command().filter(StatusCommand::isShell).isEmpty())
                      .findFirst())
          .ifPresent(child -> pids.put(part.name(), Long.toString(child.pid())));
    }
    return pids;
  }

  private static boolean isShell(String command) {
    return command.endsWith("/bash");
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> json.append("\\\"");
        case '\\' -> json.append("\\\\");
        default -> {
          if (c < ' ') {
            json.append("\\u%04x".formatted((int) c));
          } else {
            json.append(c);
          }
        }
      }
    }
    return json.append('"').toString();
  }
}
