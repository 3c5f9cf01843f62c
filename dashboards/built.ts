import type { Builder } from "@grafana/grafana-foundation-sdk/cog";

/**
 * Hands a finished object to an SDK method that wants a builder. Used where the SDK's own builder
 * adds defaults that Grafana reads differently: links and annotations would disappear into the
 * controls menu.
 */
export const built = <T>(value: T): Builder<T> => ({ build: () => value });
