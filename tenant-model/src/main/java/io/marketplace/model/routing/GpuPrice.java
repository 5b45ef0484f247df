package io.marketplace.model.routing;

import io.marketplace.model.kernel.NanoUsd;
import java.time.Instant;

/**
 * What an own pool's hours cost, whoever calls it. Versions are never changed, the highest is in
 * force.
 *
 * @param version from 1
 * @param gpuHour one GPU for one hour
 * @param gpus how many GPUs the pool holds
 * @param createdBy who set it, to show
 * @param createdAt since when it is in force
 */
public record GpuPrice(
    int version, NanoUsd gpuHour, int gpus, String createdBy, Instant createdAt) {}
