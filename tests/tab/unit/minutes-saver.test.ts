import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { ApiFailure, unreachable } from '../../../tab/api/api-failure.ts';
import { fromBase64, toBase64 } from '../../../tab/meetings/base64.ts';
import { createMinutesSaver } from '../../../tab/meetings/minutes-saver.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A writer’s page, and Lantern, which takes what comes unless `answer` throws. */
function scene() {
  const [document, lantern] = [new Y.Doc(), new Y.Doc()];
  const sent: string[] = [];
  const scene = {
    ...{ document, lantern, sent },
    answer: async (): Promise<void> => undefined,
    type: (words: string) => document.getText('t').insert(document.getText('t').length, words),
    kept: () => lantern.getText('t').toJSON(),
    draft: () => toBase64(Y.encodeStateAsUpdate(lantern)),
  };
  const saver = createMinutesSaver({
    document,
    send: async (update) => {
      sent.push(update);
      await scene.answer();
      Y.applyUpdate(lantern, fromBase64(update));
    },
  });
  return Object.assign(scene, { saver });
}

it('saves two seconds after the last letter, and every ten seconds while somebody types on', async () => {
  const { type, kept, sent, saver } = scene();
  type('a');
  expect(saver.state().kind).toBe('typing');
  await vi.advanceTimersByTimeAsync(1_900);
  expect(sent).toHaveLength(0);
  await vi.advanceTimersByTimeAsync(100);
  expect([kept(), saver.state().kind, saver.isUnsaved()]).toEqual(['a', 'saved', false]);
  for (let i = 0; i < 21; i++) {
    type('b');
    await vi.advanceTimersByTimeAsync(1_000);
  }
  expect(sent).toHaveLength(3);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(kept()).toBe(`a${'b'.repeat(21)}`);
});

it('has one request on its way at a time, and sends what was typed meanwhile afterwards', async () => {
  const page = scene();
  let arrive = () => {};
  page.answer = () => new Promise((resolve) => (arrive = resolve));
  page.type('one ');
  await vi.advanceTimersByTimeAsync(2_000);
  page.type('two');
  await vi.advanceTimersByTimeAsync(30_000);
  void page.saver.save();
  await vi.advanceTimersByTimeAsync(0);
  expect(page.sent).toHaveLength(1);
  arrive();
  await vi.advanceTimersByTimeAsync(0);
  expect([page.saver.isUnsaved(), page.kept()]).toEqual([true, 'one ']);
  await vi.advanceTimersByTimeAsync(2_000);
  arrive();
  await vi.advanceTimersByTimeAsync(0);
  expect([page.saver.state().kind, page.kept()]).toEqual(['saved', 'one two']);
});

it('without an answer goes on trying with all of it, and doubles nothing that had arrived', async () => {
  const page = scene();
  page.type('one ');
  page.answer = async () => {
    // It arrived, and the answer was lost.
    Y.applyUpdate(page.lantern, fromBase64(page.sent.at(-1)!));
    throw unreachable();
  };
  await vi.advanceTimersByTimeAsync(2_000);
  expect(page.saver.state().kind).toBe('unreachable');
  page.type('two');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(page.sent.length).toBeGreaterThan(3);
  expect(page.sent.length).toBeLessThan(9);
  page.answer = async () => undefined;
  await vi.advanceTimersByTimeAsync(15_000);
  expect([page.saver.state().kind, page.saver.isUnsaved(), page.kept()]).toEqual(['saved', false, 'one two']);
});

it('sends the whole when Lantern does not have what it rests on', async () => {
  const page = scene();
  page.type('one ');
  await vi.advanceTimersByTimeAsync(2_000);
  const emptied = new Y.Doc();
  page.document.getText('t').insert(4, 'two');
  page.answer = async () => {
    if (page.sent.length > 2) return;
    throw new ApiFailure('changed-meanwhile', '');
  };
  await vi.advanceTimersByTimeAsync(2_100);
  expect(page.sent).toHaveLength(3);
  Y.applyUpdate(emptied, fromBase64(page.sent[2]!));
  expect(emptied.getText('t').toJSON()).toBe('one two');
  expect(page.saver.state().kind).toBe('saved');
});

it('stops at a refusal, says why, and keeps the words until they are given up', async () => {
  const page = scene();
  page.answer = () => Promise.reject(new ApiFailure('already-done', 'Done already.'));
  page.type('late');
  await vi.advanceTimersByTimeAsync(2_000);
  expect(page.saver.state()).toEqual({ kind: 'refused', code: 'already-done', message: 'Done already.' });
  page.type('r');
  await vi.advanceTimersByTimeAsync(60_000);
  expect([page.sent.length, page.saver.isUnsaved()]).toEqual([1, true]);
  page.saver.giveUp();
  expect([page.saver.state().kind, page.saver.isUnsaved()]).toEqual(['saved', false]);
});

it('takes in what others wrote, counts it as nothing of its own, and does not send it back', async () => {
  const page = scene();
  page.lantern.getText('t').insert(0, 'x'.repeat(10_000));
  page.saver.receive(page.draft());
  expect([page.saver.state().kind, page.saver.isUnsaved()]).toEqual(['saved', false]);
  page.type('mine');
  await vi.advanceTimersByTimeAsync(2_000);
  expect(page.kept().endsWith('xmine')).toBe(true);
  expect(page.sent[0]!.length).toBeLessThan(200);
  page.saver.receive('');
  expect(page.document.getText('t').length).toBe(10_004);
});

it('is settled when all that was typed is saved, what was typed meanwhile too, without waiting for a rest', async () => {
  const page = scene();
  page.type('one ');
  page.answer = async () => {
    if (page.sent.length === 1) page.type('two');
  };
  expect(await page.saver.settle()).toBe(true);
  expect([page.sent.length, page.kept()]).toEqual([2, 'one two']);
  expect(await page.saver.settle()).toBe(true);
  expect(page.sent).toHaveLength(2);
  page.answer = () => Promise.reject(unreachable());
  page.type('!');
  expect(await page.saver.settle()).toBe(false);
});

it.each([
  ['not-signed-in', 'signed-out'],
  ['busy', 'busy'],
  ['broken', 'busy'],
  ['unreachable', 'unreachable'],
])('tells that it waits after %s, and goes on by itself', async (code, kind) => {
  const page = scene();
  page.answer = () => Promise.reject(new ApiFailure(code, ''));
  page.type('one ');
  await vi.advanceTimersByTimeAsync(2_000);
  expect([page.saver.state().kind, page.saver.isUnsaved()]).toEqual([kind, true]);
  page.type('two');
  page.answer = async () => undefined;
  await vi.advanceTimersByTimeAsync(15_000);
  expect([page.saver.state().kind, page.kept()]).toEqual(['saved', 'one two']);
});

it('keeps what was refused to somebody who may not write, and sends it once they may again; what came too late it does not send again', async () => {
  const page = scene();
  page.answer = () => Promise.reject(new ApiFailure('not-found', 'Nothing here.'));
  page.type('mine');
  await vi.advanceTimersByTimeAsync(60_000);
  expect([page.sent.length, page.saver.state().kind, page.saver.isUnsaved()]).toEqual([1, 'refused', true]);
  page.answer = async () => undefined;
  page.saver.again();
  await vi.advanceTimersByTimeAsync(0);
  expect([page.saver.state().kind, page.kept()]).toEqual(['saved', 'mine']);
  page.answer = () => Promise.reject(new ApiFailure('already-done', 'Done already.'));
  page.type('!');
  await vi.advanceTimersByTimeAsync(2_000);
  page.saver.again();
  await vi.advanceTimersByTimeAsync(60_000);
  expect([page.sent.length, page.saver.state().kind]).toEqual([3, 'refused']);
});

it('sends at once what waited, when Lantern has just been heard', async () => {
  const page = scene();
  page.answer = () => Promise.reject(unreachable());
  page.type('one');
  await vi.advanceTimersByTimeAsync(40_000);
  page.answer = async () => undefined;
  page.saver.again();
  await vi.advanceTimersByTimeAsync(0);
  expect([page.saver.state().kind, page.kept()]).toEqual(['saved', 'one']);
});

it('leaves the document as it is when a draft cannot be read, says so, and takes in the next one', () => {
  const page = scene();
  page.type('mine');
  page.saver.receive('////');
  expect([page.saver.isBehind(), page.document.getText('t').toJSON()]).toEqual([true, 'mine']);
  page.lantern.getText('u').insert(0, 'theirs');
  page.saver.receive(page.draft());
  expect([page.saver.isBehind(), page.document.getText('u').toJSON()]).toEqual([false, 'theirs']);
});
