import { describe, expect, it } from 'vitest';
import { createAnswered } from '../../../bot/framework/answered.ts';

function counted(...outcomes: (boolean | Error)[]) {
  let calls = 0;
  const answer = async () => {
    const outcome = outcomes[calls++] ?? true;
    await Promise.resolve();
    if (outcome instanceof Error) throw outcome;
    return outcome;
  };
  return { answer, calls: () => calls };
}

describe('a message that Teams delivers again', () => {
  it('is answered once', async () => {
    const answerOnce = createAnswered(10);
    const { answer, calls } = counted();
    expect([await answerOnce('a', answer), await answerOnce('a', answer)]).toEqual([true, false]);
    expect(calls()).toBe(1);
  });

  it('while the first is still being answered, is answered once', async () => {
    const answerOnce = createAnswered(10);
    const { answer, calls } = counted();
    const all = await Promise.all([1, 2, 3, 4, 5].map(() => answerOnce('a', answer)));
    expect(all.filter(Boolean)).toHaveLength(1);
    expect(calls()).toBe(1);
  });

  it('is answered again when the first answer did not reach the person', async () => {
    const answerOnce = createAnswered(10);
    const { answer, calls } = counted(false, true);
    expect([await answerOnce('a', answer), await answerOnce('a', answer), await answerOnce('a', answer)]).toEqual([
      true,
      true,
      false,
    ]);
    expect(calls()).toBe(2);
  });

  it('is answered again when the first broke, also when it came while that one ran', async () => {
    const answerOnce = createAnswered(10);
    const { answer, calls } = counted(new Error('broken'), true);
    const [first, second] = await Promise.allSettled([answerOnce('a', answer), answerOnce('a', answer)]);
    expect(first.status).toBe('rejected');
    expect(second).toEqual({ status: 'fulfilled', value: true });
    expect(calls()).toBe(2);
  });

  it('is told from another one', async () => {
    const answerOnce = createAnswered(10);
    const { answer, calls } = counted();
    await Promise.all([answerOnce('a', answer), answerOnce('b', answer)]);
    expect(calls()).toBe(2);
  });

  it('is forgotten when many others came between, so that memory stays bounded', async () => {
    const answerOnce = createAnswered(3);
    const { answer, calls } = counted();
    for (const key of ['a', 'b', 'c', 'd', 'a']) await answerOnce(key, answer);
    expect(calls()).toBe(5);
  });
});
