package io.marketplace.gateway.journal;

/**
 * A record as it was appended.
 *
 * @param type its appender's word for what it is
 * @param bytes its content; not copied
 * @param segment the number of the file it stands in
 * @param end the place behind it
 */
@SuppressWarnings(
    "ArrayRecordComponent") // never compared; copying each would cost more than the log
public record LogRecord(byte type, byte[] bytes, long segment, Position end) {}
