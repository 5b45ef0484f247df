package io.marketplace.gateway.quota;

import io.github.bucket4j.distributed.AsyncBucketProxy;
import org.jspecify.annotations.Nullable;

/**
 * A limit's buckets where all gateways see them.
 *
 * @param version the version of the limit they were made for
 */
record SharedBuckets(
    int version, @Nullable AsyncBucketProxy requests, @Nullable AsyncBucketProxy tokens) {}
