import { z } from 'zod';
import type { View } from '../../../perform/types.ts';
import { minuteTexts } from '../fields.ts';
import type { Renderings } from '../renderings-contract.ts';
import { materialOf } from './material-of.ts';
import { renderMinutes } from './render-minutes.ts';
import { partsOfRenderings, type RenderingRow } from './rendering-queries.ts';

const byId = z.strictObject({ id: z.string() });

/** The three renderings of agreed minutes, side by side. Not found before they are agreed. */
export const readRenderings: View<z.infer<typeof byId>, RenderingRow, Renderings> = {
  verb: 'read-renderings',
  shape: 'one',
  fields: [
    ...Object.keys(minuteTexts).map((text) => `minute.${text}`),
    ...['minuteAddendum.words', 'minuteAddendum.writtenByName', 'agendaPoint.heading', 'concern.childName'],
    ...['action.what', 'action.ownerName', 'action.dueOn', 'action.status'],
    ...['contribution.givenOn', 'contribution.givenByName', 'contribution.familySaw', 'pupil.givenName'],
  ],
  params: byId,
  query: partsOfRenderings,
  values: ({ id }, { person }) => ({ meeting: id, person }),
  present(rows) {
    const shown = renderMinutes(materialOf(rows));
    return { answer: shown, ids: [rows[0]?.id ?? '', ...shown.full.points.map(({ id }) => id)] };
  },
};
