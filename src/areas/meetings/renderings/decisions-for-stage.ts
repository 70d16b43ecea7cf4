import type { StageDecisions } from '../contract.ts';
import { meetingKinds } from '../kinds.ts';
import type { DraftedMinutes } from '../minutes/minutes-draft.ts';
import { createNameFinder } from './find-names.ts';
import type { RenderingMaterial } from './material-of.ts';
import { pointsForChannel } from './render-minutes.ts';

/**
 * The decisions of a draft before a whole room: as a channel would be told them, and for kinds of which channels are told nothing, none.
 * A guest may sit in the meeting, and nobody can look at who sees the stage before it is shown.
 * @param material of the meeting; its texts are those of the draft
 */
export function decisionsForStage(material: RenderingMaterial, draft: DraftedMinutes): StageDecisions {
  if (!meetingKinds[material.kind].toChannel) return { shown: false, points: [] };
  const drafted = {
    ...material,
    points: material.points.map((point) => ({ ...point, texts: draft.point(point.id).texts })),
  };
  const { made, told } = pointsForChannel(drafted, createNameFinder(drafted));
  const left = new Set(told.map(({ point }) => point));
  const points = made.flatMap(({ id, shown: { decision } }) =>
    decision === undefined ? [] : [left.has(id) ? { point: id } : { point: id, decision }],
  );
  return { shown: true, points };
}
