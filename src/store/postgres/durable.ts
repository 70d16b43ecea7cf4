/** What a commit must mean before anybody may be told that a concern is safe: settings, and the values that will do. */
export const durable = [
  ['fsync', ['on']],
  ['synchronous_commit', ['on', 'remote_apply']],
] as const;
