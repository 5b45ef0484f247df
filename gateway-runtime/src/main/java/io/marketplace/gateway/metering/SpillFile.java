package io.marketplace.gateway.metering;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import io.marketplace.model.metering.TraceRow;
import io.marketplace.model.metering.UsageRow;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rows that could not be written, one JSON object a line, forced to the disk. Read back at the next
 * start and when the queue is empty; writing a row twice does no harm, since its identifier is the
 * call's. Uses of keys are not kept.
 */
public final class SpillFile {
  private static final Logger LOG = LoggerFactory.getLogger(SpillFile.class);

  private record Line(@Nullable UsageRow usage, @Nullable TraceRow trace) {}

  private final ObjectMapper json = new ObjectMapper().registerModule(instants());
  private final Path file;
  private final Path replay;
  private final Path aside;

  public SpillFile(Path folder) {
    file = folder.resolve("usage-spill.jsonl");
    replay = folder.resolve("usage-replay.jsonl");
    aside = folder.resolve("usage-refused.jsonl");
  }

  synchronized void append(List<LedgerEntry> entries) {
    append(file, entries);
  }

  /** Keeps what the database refuses, for somebody to look at. */
  synchronized void setAside(List<LedgerEntry> entries) {
    append(aside, entries);
  }

  /** Whether rows wait here to be written. */
  synchronized boolean waiting() {
    return Files.exists(file) || Files.exists(replay);
  }

  /**
   * All rows that were left. They stay on disk under another name until {@link #taken()}: who is
   * killed in between writes them again, and their identifiers keep them single.
   */
  synchronized List<LedgerEntry> takeAll() {
    List<LedgerEntry> entries = new ArrayList<>();
    try {
      if (!Files.exists(replay) && Files.exists(file)) {
        Files.move(file, replay, StandardCopyOption.ATOMIC_MOVE);
      }
      if (Files.exists(replay)) {
        for (String text : Files.readAllLines(replay, StandardCharsets.UTF_8)) {
          read(text, entries);
        }
      }
    } catch (IOException e) {
      LOG.error("The spilled usage cannot be read: {}", e.toString());
    }
    return entries;
  }

  /** What {@link #takeAll()} gave is written. */
  synchronized void taken() {
    try {
      Files.deleteIfExists(replay);
    } catch (IOException e) {
      LOG.error("The spilled usage cannot be removed: {}", e.toString());
    }
  }

  private void read(String text, List<LedgerEntry> entries) {
    try {
      Line line = json.readValue(text, Line.class);
      if (line.usage() != null) {
        entries.add(new LedgerEntry.Usage(line.usage()));
      }
      TraceRow trace = line.trace();
      if (trace != null) {
        entries.add(new LedgerEntry.Trace(() -> trace));
      }
    } catch (IOException e) {
      // The last line of a process that was killed while it wrote.
      LOG.warn("A spilled line is incomplete and left out");
    }
  }

  private void append(Path to, List<LedgerEntry> entries) {
    StringBuilder lines = new StringBuilder();
    try {
      for (LedgerEntry entry : entries) {
        switch (entry) {
          case LedgerEntry.Usage(UsageRow row) ->
              lines.append(json.writeValueAsString(new Line(row, null))).append('\n');
          case LedgerEntry.Trace trace ->
              lines.append(json.writeValueAsString(new Line(null, trace.row()))).append('\n');
          case LedgerEntry.Use use -> {
            // not kept
          }
        }
      }
      Files.createDirectories(to.toAbsolutePath().getParent());
      try (FileChannel channel =
          FileChannel.open(to, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(lines.toString());
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(false);
      }
    } catch (IOException e) {
      LOG.error("{} entries of the ledger could not be spilled: {}", entries.size(), e.toString());
    }
  }

  private static SimpleModule instants() {
    SimpleModule module = new SimpleModule();
    module.addSerializer(
        Instant.class,
        new StdScalarSerializer<>(Instant.class) {
          private static final long serialVersionUID = 1L;

          @Override
          public void serialize(Instant value, JsonGenerator out, SerializerProvider provider)
              throws IOException {
            out.writeString(value.toString());
          }
        });
    module.addDeserializer(
        Instant.class,
        new StdScalarDeserializer<>(Instant.class) {
          private static final long serialVersionUID = 1L;

          @Override
          public Instant deserialize(JsonParser in, DeserializationContext context)
              throws IOException {
            return Instant.parse(in.getText());
          }
        });
    return module;
  }
}
