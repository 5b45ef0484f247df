package io.marketplace.bench.report;

/**
 * One lane against one contender over all rounds. Latencies in microseconds.
 *
 * @param lane the lane's name
 * @param contender the contender's name
 * @param perSecond right answers a second
 * @param perSecondRatio the same ÷ the reference's of the same round
 * @param p50 median latency
 * @param p50Ratio the same ÷ the reference's of the same round
 * @param p99 99th percentile of latency
 * @param p99Ratio the same ÷ the reference's of the same round
 * @param cpuEach CPU microseconds of the contender for an answer (a chunk, of streams)
 * @param machineEach CPU microseconds of the whole machine for an answer (a chunk, of streams)
 * @param residentMiB memory of the contender
 * @param wrong wrong answers of all rounds
 * @param streams medians of the streams' times
 */
public record Row(
    String lane,
    String contender,
    Median perSecond,
    Median perSecondRatio,
    Median p50,
    Median p50Ratio,
    Median p99,
    Median p99Ratio,
    Median cpuEach,
    Median machineEach,
    Median residentMiB,
    long wrong,
    StreamRow streams) {}
