import { z } from 'zod';
import type { View } from '../../../perform/types.ts';
import { minuteTexts } from '../fields.ts';
import { materialOf } from '../renderings/material-of.ts';
import { pointsThatTell } from '../renderings/points-that-tell.ts';
import { renderMinutes } from '../renderings/render-minutes.ts';
import { partsOfRenderings, type RenderingRow } from '../renderings/rendering-queries.ts';
import type { WholeRendering } from '../renderings-contract.ts';

const asked = z.strictObject({ id: z.string(), upto: z.string() });

/** Final minutes as they go to somebody outside. */
export interface MinutesForOutside extends Omit<WholeRendering, 'names' | 'heading' | 'contributions'> {
  readonly ref: string;
  readonly agreedAt: string;
  readonly chairName?: string;
  readonly agreedByName?: string;
  /** Points and addenda that are left out, because they still tell of a child whom the meeting was not about. */
  readonly leftOut: number;
}

/**
 * Minutes for whoever came from outside: the children of the meeting by name, every other child of the school hidden. What was added
 * after they had been sent is not given, as whoever sent them never saw it.
 */
export const giveMinutesOutside: View<z.infer<typeof asked>, RenderingRow, MinutesForOutside> = {
  verb: 'give-minutes-outside',
  shape: 'one',
  fields: [
    ...Object.keys(minuteTexts).map((text) => `minute.${text}`),
    ...['minuteAddendum.words', 'minuteAddendum.writtenByName', 'agendaPoint.heading', 'concern.childName'],
    ...['action.what', 'action.ownerName', 'action.dueOn', 'action.status'],
  ],
  params: asked,
  query: partsOfRenderings,
  values: ({ id }, { person }) => ({ meeting: id, person }),
  present(rows, { params: { upto } }) {
    const [row] = rows;
    if (!row) throw new Error('a view of one record was asked to present none');
    const material = materialOf(rows.filter(({ sort, c }) => sort !== 'addendum' || (c !== null && c <= upto)));
    const { kind, heldOn, points, addenda } = renderMinutes(material).attendees;
    const told = pointsThatTell(material, [
      ...points.flatMap(({ id, actions, ...said }) => [
        ...Object.values(said).map((text) => ({ point: id, text })),
        ...actions.map(({ what }) => ({ point: id, text: what })),
      ]),
      ...addenda.map(({ id, words }) => ({ point: id, text: words })),
    ]);
    const stays = ({ id }: { readonly id: string }) => !told.has(id);
    const answer = {
      ...{ kind, heldOn, ref: row.ref ?? '', agreedAt: row.agreedAt ?? row.startsAt },
      ...(row.chairName !== null && { chairName: row.chairName }),
      ...(row.agreedByName !== null && { agreedByName: row.agreedByName }),
      ...{ points: points.filter(stays), addenda: addenda.filter(stays), leftOut: told.size },
    };
    return { answer, ids: [row.id, ...answer.points.map(({ id }) => id)] };
  },
};
