/**
 * Answers a message once, though Teams may deliver it again: a second line only, since acts are idempotent by form key.
 * A repeat waits for the first and is dropped when that one succeeded; when it failed, the repeat is the retry that was needed.
 * What is remembered lies in memory and is bounded, so a crash forgets it, and redelivery after a crash is answered.
 * @param limit how many messages are remembered
 */
export function createAnswered(limit: number) {
  const turns = new Map<string, Promise<boolean>>();

  /**
   * @param key names the message: tenant, conversation and activity id
   * @param answer resolves to whether it was answered well
   * @returns false when it had been answered already
   * @throws whatever `answer` throws
   */
  return async function answerOnce(key: string, answer: () => Promise<boolean>): Promise<boolean> {
    for (let earlier = turns.get(key); earlier; earlier = turns.get(key)) {
      if (await earlier) return false;
    }
    const turn = answer();
    const well = turn.catch(() => false);
    turns.set(key, well);
    const oldest = turns.keys().next().value;
    if (turns.size > limit && oldest !== undefined) turns.delete(oldest);
    if (!(await well)) turns.delete(key);
    await turn;
    return true;
  };
}
