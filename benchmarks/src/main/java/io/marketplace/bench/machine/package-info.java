/**
 * What the operating system knows: CPU time, resident memory, listening sockets, the machine
 * itself.
 */
@NullMarked
package io.marketplace.bench.machine;

import org.jspecify.annotations.NullMarked;
