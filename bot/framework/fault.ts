/** Where something broke, for the log: the error's class and code and a place in the code, never its message. */
export interface Fault {
  readonly error: string;
  readonly code?: string;
  readonly at?: string;
}

/** @param thrown anything that was thrown; its message may quote what a person wrote, so it is cut off */
export function faultOf(thrown: unknown): Fault {
  if (!(thrown instanceof Error)) return { error: typeof thrown };
  const stack = thrown.stack ?? '';
  const frames = stack.slice(stack.indexOf(thrown.message) + thrown.message.length);
  const at = /^\s+at .*?([^/\\()]+:\d+):\d+\)?$/m.exec(frames)?.[1];
  const code = 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : undefined;
  return { error: thrown.name, ...(code && { code }), ...(at && { at }) };
}
