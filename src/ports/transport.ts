/**
 * How Lantern reaches Microsoft's hosts: the platform's `fetch`, or, in local mode, the same function with the
 * origins of Microsoft's hosts replaced by the local tenant's. Product code always names Microsoft's own addresses.
 */
export type Transport = typeof globalThis.fetch;
