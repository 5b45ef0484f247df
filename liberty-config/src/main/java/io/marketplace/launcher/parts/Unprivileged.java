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

  /** Runs a command and returns what it printed, stripped; empty when it failed. */
  @FunctionalInterface
  interface Shell {
    String output(List<String> command) throws InterruptedException;
  }

  static Unprivileged detect() throws InterruptedException {
    return detect(Tool::output);
  }

  static Unprivileged detect(Shell shell) throws InterruptedException {
    if (!shell.output(List.of("id", "-u")).equals("0")) {
      return new Unprivileged(List.of(), "");
    }
    if (shell.output(List.of("unshare", "-U", "id", "-un")).equals("nobody")) {
      return new Unprivileged(List.of("unshare", "-U"), "");
    }
    List<String> setpriv =
        List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
    if (shell.output(concat(setpriv, List.of("id", "-u"))).equals(NOBODY)) {
      return new Unprivileged(setpriv, NOBODY);
    }
    throw new LaunchFailure(
        "Postgres refuses to run as root, and neither unshare nor setpriv (package util-linux) works here. "
            + "Run ./marketplace as another user, or set DATABASE_URL to a Postgres of your own.");
  }

  /**
   * Gives the data to the user that will run the program: to root inside a namespace too, where an
   * earlier start may have had another user.
   */
  void own(Path folder, Path log) throws InterruptedException {
    if (!prefix.isEmpty()) {
      String user = owner.isEmpty() ? "0" : owner;
      Tool.run(List.of("chown", "-R", user + ":" + user, folder.toString()), Map.of(), folder, log);
    }
  }

  /**
   * Lets the user that will run the program walk through {@code home}, which is closed to others,
   * to what lies below it. Its group alone gets in, and can neither list nor read the folder.
   */
  void admit(Path home, Path log) throws InterruptedException {
    if (!owner.isEmpty()) {
      Tool.run(List.of("chgrp", owner, home.toString()), Map.of(), home, log);
      Tool.run(List.of("chmod", "g=x", home.toString()), Map.of(), home, log);
    }
  }

  /**
   * Makes sure that the user that will run the program gets to a file.
   *
   * @throws LaunchFailure that names the first folder that it may not enter
   */
  void requireReach(Path file) throws InterruptedException {
    if (owner.isEmpty()) {
      return;
    }
    Path path = file.toAbsolutePath().normalize();
    for (int names = 1; names <= path.getNameCount(); names++) {
      Path step = path.getRoot().resolve(path.subpath(0, names));
      List<String> probe =
          concat(
              prefix, List.of("sh", "-c", "test -x \"$1\" && echo yes", "probe", step.toString()));
      if (!Tool.output(probe).equals("yes")) {
        throw new LaunchFailure(
            "Postgres must not run as root, and the user that it would run as here (%s) may not enter %s. "
                    .formatted(owner, step)
                + "Choose a state folder that every user can reach with MARKETPLACE_HOME (and MARKETPLACE_RUNTIMES), "
                + "run ./marketplace as another user, or set DATABASE_URL to a Postgres of your own.");
      }
    }
  }

  List<String> command(List<String> command) {
    return concat(prefix, command);
  }

  private static List<String> concat(List<String> first, List<String> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}
