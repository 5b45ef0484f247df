package io.marketplace.bench.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProcStatTest {

  @Test
  void processTimeIsReadPastAnyName() {
    String stat = "4242 (a (b) c) S 1 2 3 0 -1 4194560 10 0 0 0 123 45 7 8 20 0 9 0 100 1000 50";
    assertThat(ProcStat.processMicros(stat)).isEqualTo((123 + 45) * 10_000L);
  }

  @Test
  void machineTimeLeavesOutIdlingAndTheNeighbours() {
    String line = "cpu  100 1 20 5000 300 4 5 60 7 8";
    assertThat(ProcStat.machineMicros(line)).isEqualTo((100 + 1 + 20 + 4 + 5) * 10_000L);
    assertThat(ProcStat.stolenMicros(line)).isEqualTo(600_000L);
  }

  @Test
  void residentMemoryIsReadFromTheStatus() {
    assertThat(Processes.residentKiB("Name:\tjava\nVmRSS:\t  435200 kB\nThreads:\t9\n"))
        .isEqualTo(435_200);
    assertThat(Processes.residentKiB("Name:\tkthreadd\n")).isZero();
  }

  @Test
  void listeningSocketsAreToldFromConnections() {
    String table =
        """
          sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
           0: 0100007F:2382 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 111 1
           1: 0100007F:2382 0100007F:C001 01 00000000:00000000 00:00000000 00000000     0        0 222 1
           2: 0100007F:2383 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 333 1
        """;
    assertThat(Listeners.sockets(table, 0x2382)).containsExactly("socket:[111]");
  }

  @Test
  void thisProcessIsFoundByItsPort() throws IOException {
    assumeTrue(Files.exists(Path.of("/proc/net/tcp")), "needs Linux");
    long self = ProcessHandle.current().pid();
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(Listeners.processOn(socket.getLocalPort())).hasValue(self);
    }
    Processes processes = new Processes(List.of(self));
    assertThat(processes.cpuMicros()).isPositive();
    assertThat(processes.residentKiB()).isPositive();
    assertThat(MachineClock.read().busyMicros()).isPositive();
  }

  @Test
  void aProcessThatEndedHasNothing() {
    Processes gone = new Processes(List.of((long) Integer.MAX_VALUE));
    assertThat(gone.cpuMicros()).isZero();
    assertThat(gone.residentKiB()).isZero();
  }
}
