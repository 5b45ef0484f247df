package io.marketplace.launcher.parts;

import io.marketplace.launcher.part.LaunchFailure;
import io.marketplace.launcher.process.Tool;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How to run a program that refuses to be root (Postgres does): as it is for everybody else; for
 * root in a user namespace that maps nobody, or as an unprivileged user who owns its data.
 *
 * @param prefix what comes before the command
 * @param owner the user id that must own the data; empty when the caller's files will do
 */
record Unprivileged(List<String> prefix, String owner) {
  /** The overflow user of Linux, "nobody". */
  private static final String NOBODY = "65534";

  static Unprivileged detect() throws InterruptedException {
    if (!Tool.output(List.of("id", "-u")).equals("0")) {
      return new Unprivileged(List.of(), "");
    }
    if (Tool.output(List.of("unshare", "-U", "id", "-un")).equals("nobody")) {
      return new Unprivileged(List.of("unshare", "-U"), "");
    }
    List<String> setpriv =
        List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
    if (Tool.output(concat(setpriv, List.of("id", "-u"))).equals(NOBODY)) {
      return new Unprivileged(setpriv, NOBODY);
    }
    throw new LaunchFailure(
        "Postgres refuses to run as root, and neither unshare nor setpriv (package util-linux) works here. "
            + "Run ./marketplace as another user, or set DATABASE_URL to a Postgres of your own.");
  }

  /** Gives the data to the user that will run the program. */
  void own(Path folder, Path log) throws InterruptedException {
    if (!owner.isEmpty()) {
      Tool.run(
          List.of("chown", "-R", owner + ":" + owner, folder.toString()), Map.of(), folder, log);
    }
  }

  List<String> command(List<String> command) {
    return concat(prefix, command);
  }

  private static List<String> concat(List<String> first, List<String> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}
