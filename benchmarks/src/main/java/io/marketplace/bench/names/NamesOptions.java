package io.marketplace.bench.names;

import io.marketplace.bench.problem.BenchFailure;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How {@code bench names} runs.
 *
 * @param mebibytes how much is read in each round
 * @param rounds how often
 * @param results where the section is appended; empty: only printed
 */
record NamesOptions(int mebibytes, int rounds, Optional<Path> results) {

  static NamesOptions parse(List<String> words) {
    int mebibytes = 512;
    int rounds = 3;
    Optional<Path> results = Optional.of(Path.of("benchmarks/RESULTS.md"));
    for (int i = 0; i < words.size(); i++) {
      switch (words.get(i)) {
        case "--no-write" -> results = Optional.empty();
        case "--mib" -> mebibytes = number(words, ++i);
        case "--rounds" -> rounds = number(words, ++i);
        default ->
            throw new BenchFailure("bench names knows --mib N, --rounds N and --no-write only.");
      }
    }
    return new NamesOptions(mebibytes, rounds, results);
  }

  private static int number(List<String> words, int at) {
    if (at >= words.size() || !words.get(at).matches("[1-9][0-9]{0,4}")) {
      throw new BenchFailure(words.get(at - 1) + " takes a number from 1 to 99999.");
    }
    return Integer.parseInt(words.get(at));
  }
}
