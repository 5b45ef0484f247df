package io.marketplace.gateway.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordLogTest {
  private static final int SEGMENT = 64 * 1024;
  private static final long GENEROUS = 1L << 40;

  @TempDir private Path folder;

  private RecordLog open() throws IOException {
    return RecordLog.open(folder, () -> GENEROUS, 1_000, SEGMENT);
  }

  private static void append(RecordLog log, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    log.append((byte) 1, bytes, bytes.length);
  }

  private static List<String> readAll(LogReader reader) throws IOException {
    List<String> texts = new ArrayList<>();
    for (LogRecord next = reader.next(); next != null; next = reader.next()) {
      texts.add(new String(next.bytes(), StandardCharsets.UTF_8));
    }
    return texts;
  }

  private List<String> reopened() throws IOException {
    try (RecordLog log = open()) {
      return readAll(log.reader());
    }
  }

  private Path onlySegment() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("segment-"))
          .findFirst()
          .orElseThrow();
    }
  }

  @Test
  void whatWasAppendedIsReadInOrderNowAndInTheNextLife() throws IOException {
    try (RecordLog log = open()) {
      LogReader reader = log.reader();
      assertThat(reader.next()).isNull();
      append(log, "one");
      append(log, "");
      append(log, "three");
      assertThat(readAll(reader)).containsExactly("one", "", "three");
      append(log, "four");
      assertThat(readAll(reader)).containsExactly("four");
    }
    assertThat(reopened()).containsExactly("one", "", "three", "four");
  }

  @Test
  void manyThreadsFillManyFilesAndNothingIsLostOrDoubled() throws Exception {
    int threads = 8;
    int each = 5_000;
    Set<String> seen = ConcurrentHashMap.newKeySet();
    try (RecordLog log = open()) {
      CountDownLatch done = new CountDownLatch(threads);
      for (int thread = 0; thread < threads; thread++) {
        String name = "t" + thread + "-";
        Thread.startVirtualThread(
            () -> {
              for (int i = 0; i < each; i++) {
                append(log, name + i + "x".repeat(i % 90));
              }
              done.countDown();
            });
      }
      LogReader reader = log.reader();
      int read = 0;
      while (done.getCount() > 0 || read < threads * each) {
        LogRecord next = reader.next();
        if (next == null) {
          assertThat(done.getCount() > 0 || seen.size() == threads * each).isTrue();
          Thread.onSpinWait();
        } else {
          read++;
          String text = new String(next.bytes(), StandardCharsets.UTF_8).replaceFirst("x+$", "");
          assertThat(seen.add(text)).as(text).isTrue();
          if (read % 1_000 == 0) {
            reader.done(next.end(), next.segment());
          }
        }
      }
      assertThat(seen).hasSize(threads * each);
      assertThat(reader.files()).isLessThan(5);
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.filter(file -> file.toString().endsWith(".journal"))).hasSizeLessThan(5);
    }
  }

  @Test
  void aTornRecordHidesNoneBehindIt() throws IOException {
    try (RecordLog log = open()) {
      append(log, "before");
      append(log, "torn in the middle of being written");
      append(log, "behind");
    }
    try (RandomAccessFile file = new RandomAccessFile(onlySegment().toFile(), "rw")) {
      int second = Segment.HEAD + Segment.aligned(Segment.PREFIX + 1 + "before".length());
      // its appender had taken the room, written a part, and died before it stored the length
      file.seek(second);
      file.writeInt(Integer.reverseBytes(-48));
      file.seek(second + 20);
      file.write(new byte[16]);
    }
    assertThat(reopened()).containsExactly("before", "behind");
  }

  @Test
  void roomThatWasTakenAndNeverTouchedHidesNoneBehindIt() throws IOException {
    try (RecordLog log = open()) {
      append(log, "before");
      append(log, "taken");
      append(log, "behind");
    }
    try (RandomAccessFile file = new RandomAccessFile(onlySegment().toFile(), "rw")) {
      file.seek(Segment.HEAD + Segment.aligned(Segment.PREFIX + 1 + "before".length()));
      file.write(new byte[Segment.aligned(Segment.PREFIX + 1 + "taken".length())]);
    }
    assertThat(reopened()).containsExactly("before", "behind");
  }

  @Test
  void damageIsLeftOutWhereverItIs() throws IOException {
    for (int at = Segment.HEAD; at < Segment.HEAD + 3 * 24; at++) {
      try (Stream<Path> files = Files.list(folder)) {
        files.forEach(file -> assertThat(file.toFile().delete()).isTrue());
      }
      try (RecordLog log = open()) {
        append(log, "record one");
        append(log, "record two");
        append(log, "record 333");
      }
      try (RandomAccessFile file = new RandomAccessFile(onlySegment().toFile(), "rw")) {
        file.seek(at);
        int was = file.read();
        file.seek(at);
        file.write(was ^ 0x55);
      }
      List<String> left = reopened();
      assertThat(left).isSubsetOf("record one", "record two", "record 333");
      assertThat(left).as("damage at %d", at).hasSizeGreaterThanOrEqualTo(2);
    }
  }

  @Test
  void contentThatLooksLikeARecordIsNone() throws IOException {
    byte[] fake = new byte[64];
    ByteBuffer.wrap(fake).order(ByteOrder.LITTLE_ENDIAN).putInt(7, 9).putInt(11, 0x1234);
    try (RecordLog log = open()) {
      log.append((byte) 1, fake, fake.length);
      append(log, "true");
    }
    try (RandomAccessFile file = new RandomAccessFile(onlySegment().toFile(), "rw")) {
      // the outer record is torn, so that the search walks through its content
      file.seek(Segment.HEAD);
      file.writeInt(0);
    }
    assertThat(reopened()).containsExactly("true");
  }

  @Test
  void aSecondProcessIsKeptOut() throws IOException {
    try (RecordLog log = open()) {
      assertThat(log.room()).isTrue();
      assertThatThrownBy(this::open)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("MARKETPLACE_GATEWAY_STATE");
    }
    try (RecordLog log = open()) {
      assertThat(log.room()).isTrue();
    }
  }

  @Test
  void aJournalKeepsItsNameAndBeginsAnotherLife() throws IOException {
    Identity first;
    try (RecordLog log = open()) {
      first = log.identity();
    }
    try (RecordLog log = open()) {
      assertThat(log.identity().journal()).isEqualTo(first.journal());
      assertThat(log.identity().life()).isNotEqualTo(first.life());
    }
  }

  @Test
  void belowTheFloorThereIsNoRoomForNewWorkButForWhatIsUnderWay() throws Exception {
    AtomicLong usable = new AtomicLong(GENEROUS);
    try (RecordLog log = RecordLog.open(folder, usable::get, 1_000, SEGMENT)) {
      usable.set(999);
      await().until(() -> !log.room());
      // more than what is left of the file and its spare
      for (int i = 0; i < 4_000; i++) {
        append(log, "a settlement of some length " + i);
      }
      assertThat(readAll(log.reader())).hasSize(4_000);
      usable.set(1_000);
      await().until(log::room);
    }
  }

  @Test
  void whatWasDoneForGoodIsRememberedAndItsFilesGo() throws IOException {
    Position middle;
    try (RecordLog log = open()) {
      for (int i = 0; i < 3_000; i++) {
        append(log, "a record of some forty bytes, number " + i);
      }
      LogReader reader = log.reader();
      LogRecord last = null;
      for (int i = 0; i < 2_500; i++) {
        last = reader.next();
      }
      assertThat(last).isNotNull();
      middle = Objects.requireNonNull(last).end();
      reader.done(middle, middle.segment());
    }
    try (RecordLog log = open()) {
      LogReader reader = log.reader();
      assertThat(reader.begin()).isEqualTo(middle);
      assertThat(readAll(reader)).hasSizeBetween(500, 1_500).last().asString().endsWith("2999");
    }
  }

  @Test
  void aFileWithoutItsHeadIsSetAside() throws IOException {
    try (RecordLog log = open()) {
      append(log, "lost");
    }
    Files.write(onlySegment(), new byte[SEGMENT]);
    assertThat(reopened()).isEmpty();
    assertThat(folder.resolve("damaged-1")).exists();
  }
}
