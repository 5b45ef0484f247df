package io.marketplace.names.command;

import io.marketplace.names.files.Exceptions;
import io.marketplace.names.files.Skipped;
import io.marketplace.names.files.SourceFile;
import io.marketplace.names.files.Sources;
import io.marketplace.names.files.UnusableInput;
import io.marketplace.names.files.Visitor;
import io.marketplace.names.known.ModelNames;
import io.marketplace.names.report.Excepted;
import io.marketplace.names.report.Excused;
import io.marketplace.names.report.Fault;
import io.marketplace.names.report.Located;
import io.marketplace.names.report.Report;
import io.marketplace.names.scan.NameScanner;
import io.marketplace.names.scan.Reading;
import io.marketplace.names.waive.Markers;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One check, from its paths to its report. */
public final class Check {

  /** Larger files are named, since people should know that they are among the sources. */
  private static final long LARGE = 100_000_000;

  private static final Comparator<Located> ORDER =
      Comparator.comparing((Located each) -> each.file().shown())
          .thenComparingLong(each -> each.finding().line())
          .thenComparingLong(each -> each.finding().column());

  private final Settings settings;
  private final ModelNames names;
  private final NameScanner scanner;

  /** A check with these names. */
  public Check(Settings settings, ModelNames names) {
    this.settings = settings;
    this.names = names;
    this.scanner = new NameScanner(names);
  }

  /**
   * Reads everything.
   *
   * @throws UnusableInput if a path is not there, or the globs or the baseline cannot be used
   */
  public Report run() throws UnusableInput {
    Run run = new Run();
    for (Path path : settings.paths()) {
      new Sources(settings.everything()).visit(path, run);
    }
    return run.report();
  }

  private final class Run implements Visitor {
    private final List<Located> found = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final List<Excused> excused = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Map<Path, Exceptions> lists = new LinkedHashMap<>();
    private final KnownFindings known = new KnownFindings(settings);
    private final Set<Path> own = new HashSet<>();
    private final Set<String> ownNames = new HashSet<>();
    private Exceptions exceptions = Exceptions.none();
    private long files;
    private long bytes;
    private long more;

    Run() {
      settings.reports().values().forEach(this::own);
    }

    @Override
    public void enter(Path base) throws UnusableInput {
      Path file = own(settings.exceptions().orElse(base.resolve(Exceptions.FILE)));
      if (!lists.containsKey(file)) {
        boolean there = settings.exceptions().isPresent() || Files.exists(file);
        lists.put(file, there ? Exceptions.read(file) : Exceptions.none());
      }
      exceptions = lists.getOrDefault(file, Exceptions.none());
      known.enter(base);
      known.file().ifPresent(this::own);
    }

    /** The baseline, the globs and an earlier run's reports tell names; they are no sources. */
    private Path own(Path file) {
      Path absolute = file.toAbsolutePath().normalize();
      own.add(absolute);
      ownNames.add(String.valueOf(absolute.getFileName()));
      return absolute;
    }

    @Override
    public void file(SourceFile file, long size) {
      if (isOwn(file)) {
        return;
      }
      known.looksAt(file.relative());
      if (exceptions.of(file.relative()).isPresent()) {
        return;
      }
      try (FileChannel channel = FileChannel.open(file.file(), StandardOpenOption.READ)) {
        switch (scanner.read(channel, size)) {
          case Reading.Text text -> read(file, text);
          case Reading.Binary binary -> skipped(new Skipped(file.shown(), "binary"));
          case Reading.OtherEncoding other -> skipped(new Skipped(file.shown(), "not UTF-8"));
        }
      } catch (IOException e) {
        skipped(new Skipped(file.shown(), "unreadable: " + Sources.reason(e)));
      }
    }

    private boolean isOwn(SourceFile file) {
      String path = file.relative();
      return ownNames.contains(path.substring(path.lastIndexOf('/') + 1))
          && own.contains(file.file().toAbsolutePath().normalize());
    }

    private void read(SourceFile file, Reading.Text text) {
      files++;
      bytes += text.bytes();
      more += text.more();
      if (text.bytes() > LARGE) {
        note(
            "%s is large (%d MB); all of it was read."
                .formatted(file.shown(), text.bytes() / 1_000_000));
      }
      if (text.more() > 0) {
        note("%s: %d further findings are not listed.".formatted(file.shown(), text.more()));
      }
      if (text.findings().isEmpty() && text.markers().isEmpty()) {
        return;
      }
      Markers markers = new Markers(text.markers());
      text.findings().stream()
          .map(finding -> new Located(file, finding))
          .forEach(
              located -> {
                Optional<String> reason = markers.reasonFor(located.finding());
                if (reason.isPresent()) {
                  excused.add(new Excused(located, reason));
                } else if (known.knows(located)) {
                  excused.add(new Excused(located, Optional.empty()));
                } else {
                  found.add(located);
                }
              });
      markers.withoutReason().forEach(marker -> faults.add(new Fault(file, marker.line())));
      markers
          .unused()
          .forEach(
              marker ->
                  note(
                      "%s:%d: this comment excuses nothing any more; remove it."
                          .formatted(file.shown(), marker.line())));
    }

    @Override
    public void skipped(Skipped file) {
      skipped.add(file);
    }

    @Override
    public void note(String sentence) {
      notes.add(sentence);
    }

    Report report() throws UnusableInput {
      known.settle(found, more).forEach(this::note);
      List<Excepted> excepted = new ArrayList<>();
      lists
          .values()
          .forEach(
              list ->
                  list.globs().stream()
                      .filter(glob -> glob.files() > 0)
                      .forEach(
                          glob ->
                              excepted.add(
                                  new Excepted(glob.text(), glob.reason(), glob.files()))));
      if (files == 0) {
        note("no file was read.");
      }
      found.sort(ORDER);
      return new Report(
          found, faults, excused, skipped, excepted, notes, files, bytes, more, names.source());
    }
  }
}
