import { z } from 'zod';
import type { Effect, UseCase } from '../../perform/types.ts';
import { rows } from '../../records/need.ts';
import type { RecordPatch } from '../../records/patch.ts';
import { setUpOfChannel, type ChannelRow } from './queries.ts';
import { channel } from './record.ts';

const input = z.strictObject({ channel: z.string().max(255), there: z.boolean() });

/** Teams said that Lantern was taken out of a channel, or put back into it: whoever set the channel up is told that nothing is posted there. */
export const noteChannel: UseCase<z.infer<typeof input>, { readonly setUp: readonly ChannelRow[] }, null> = {
  verb: 'note-channel',
  input,
  needs: ({ channel: id }) => ({ setUp: rows(setUpOfChannel, { channel: id }) }),
  decide({ setUp }, { there }, { now }) {
    const status = there ? 'in-use' : 'removed';
    const changed = setUp.filter((one) => one.status !== status);
    if (changed.length === 0) return { ok: false, problem: { code: 'already-done' } };
    const put = changed.map(({ id, rev }): RecordPatch => ({
      ...{ kind: 'update', type: channel, id, rev, lane: id },
      values: { status, outSince: there ? null : now },
    }));
    const effects = there
      ? []
      : changed.map(({ id, configuredById }): Effect => ({ kind: 'channel-removed', to: configuredById, about: id }));
    return { ok: true, change: { put, entries: [], effects }, answer: null };
  },
};
