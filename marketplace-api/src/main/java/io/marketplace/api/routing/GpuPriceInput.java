package io.marketplace.api.routing;

import io.marketplace.model.kernel.NanoUsd;

/**
 * What an own pool's GPUs cost from now on.
 *
 * @param gpuHourUsd one GPU for one hour
 * @param gpus how many the pool holds
 */
public record GpuPriceInput(NanoUsd gpuHourUsd, int gpus) {}
