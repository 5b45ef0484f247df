package io.marketplace.api.routing;

import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.routing.GpuPrice;
import java.time.Instant;

/**
 * One version of what an own pool's GPUs cost; the highest is in force.
 *
 * @param version from 1
 * @param gpuHourUsd one GPU for one hour
 * @param gpus how many the pool holds
 */
public record GpuPriceBody(
    int version, NanoUsd gpuHourUsd, int gpus, String createdBy, Instant createdAt) {

  static GpuPriceBody of(GpuPrice price) {
    return new GpuPriceBody(
        price.version(), price.gpuHour(), price.gpus(), price.createdBy(), price.createdAt());
  }
}
