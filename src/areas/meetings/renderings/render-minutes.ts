import { actionLinesOf } from '../minutes/action-lines.ts';
import type {
  ChannelPreview,
  ChannelRendering,
  NameLeft,
  RenderedPoint,
  Renderings,
  WholeRendering,
} from '../renderings-contract.ts';
import { agendaWhy, meetingKind } from '../fields.ts';
import { meetingKinds } from '../kinds.ts';
import { createHiding } from '../redact/hide-children.ts';
import { digestOf } from './digest-of.ts';
import type { PointMaterial, RenderingMaterial } from './material-of.ts';
import { createNameFinder, type TextOfPoint } from './find-names.ts';

type Hide = (text: string) => string;
type Find = (texts: readonly TextOfPoint[]) => readonly NameLeft[];

/**
 * One agreed minute in its three renderings: as it is, for those who were there, and for a channel. Hiding and looking for what is
 * still told are two pieces of code that share nothing, so that one notices what the other leaves.
 */
export function renderMinutes(material: RenderingMaterial): Renderings {
  const find = createNameFinder(material);
  return {
    full: wholeRendering(material, (text) => text, find),
    attendees: wholeRendering(material, hidingForAttendees(material), find),
    channel: channelPreview(material, find),
  };
}

/** The channel’s rendering alone. */
export const renderForChannel = (material: RenderingMaterial): ChannelPreview =>
  channelPreview(material, createNameFinder(material));

/** The children of the meeting may be named to those who were there; no other child of the school. */
export function hidingForAttendees({ children, others, staff, professionals, relatives }: RenderingMaterial): Hide {
  const kept = [...staff.map(({ name }) => name), ...professionals, ...relatives];
  return createHiding([], kept, { others, named: children });
}

const facts = ({ kind, heldOn }: RenderingMaterial) => ({ kind, heading: meetingKind[kind], heldOn });

function headingOf({ heading, why, about }: PointMaterial): string {
  if (heading !== undefined) return heading;
  return about === undefined ? agendaWhy[why] : `${agendaWhy[why]}: ${about}`;
}

/** A minute as one hiding leaves it, with what a second look finds that it still tells. */
export function wholeRendering(material: RenderingMaterial, hide: Hide, find: Find): WholeRendering {
  const points = material.points.map((point): RenderedPoint => ({
    ...{ id: point.id, heading: hide(headingOf(point)) },
    ...Object.fromEntries(Object.entries(point.texts).map(([name, text]) => [name, hide(text)])),
    actions: point.actions.map((action) => ({ ...action, what: hide(action.what) })),
  }));
  const addenda = material.addenda.map((added) => ({ ...added, words: hide(added.words) }));
  const texts = [
    ...points.flatMap(({ id, actions, ...said }) => [
      ...Object.values(said).map((text) => ({ point: id, text })),
      ...actions.map(({ what }) => ({ point: id, text: what })),
    ]),
    ...addenda.map(({ id, words }) => ({ point: id, text: words })),
  ];
  return { ...facts(material), points, addenda, contributions: material.contributions, names: find(texts) };
}

/**
 * What a channel may be told of each point, and where something in it still tells who somebody is also after hiding. Wherever many
 * look on, nothing is shown that does not come out of this.
 */
export function pointsForChannel(material: RenderingMaterial, find: Find) {
  const { children, others, staff, professionals, relatives } = material;
  const kept = [...staff.map(({ name }) => name), ...professionals];
  const hide = createHiding(children, kept, { others, relatives });
  const made = material.points.map((point) => ({ id: point.id, shown: channelPoint(point, material, hide) }));
  const told = made.flatMap(({ id, shown }) => (isEmpty(shown) ? [] : find(textsOf(id, shown))));
  return { made, told };
}

/** Decisions and actions, by the rule of the kind. A point in which somebody is still told apart is left out whole. */
function channelPreview(material: RenderingMaterial, find: Find): ChannelPreview {
  if (!meetingKinds[material.kind].toChannel) return { dropped: [], names: [] };
  const { made, told } = pointsForChannel(material, find);
  const left = new Set(told.map(({ point }) => point));
  const stay = made.filter(({ id, shown }) => !left.has(id) && !isEmpty(shown));
  const rendering: ChannelRendering = { ...facts(material), points: stay.map(({ shown }) => shown) };
  const names = find(stay.flatMap(({ id, shown }) => textsOf(id, shown)));
  return { rendering, digest: digestOf(rendering), dropped: told, names };
}

type ChannelPoint = ChannelRendering['points'][number];
const isEmpty = ({ decision, actions }: ChannelPoint) => decision === undefined && actions.length === 0;
const textsOf = (point: string, { heading, decision, actions }: ChannelPoint): readonly TextOfPoint[] =>
  [heading, decision ?? '', ...actions.map(({ what }) => what)].map((text) => ({ point, text }));

function channelPoint(point: PointMaterial, { staff, agreedOn }: RenderingMaterial, hide: Hide): ChannelPoint {
  // What another record says is told by no heading: only why the point stood there.
  const heading = point.heading === undefined ? agendaWhy[point.why] : hide(point.heading);
  const decision = hide(withoutActions(point, staff, agreedOn)).trim();
  const actions = point.actions.map((action) => ({ ...action, what: hide(action.what) }));
  return { heading, ...(decision !== '' && { decision }), actions };
}

/** A decision without the lines that became actions: those stand below it, as they are now. */
function withoutActions({ texts, actions }: PointMaterial, staff: RenderingMaterial['staff'], day: string): string {
  const { decision = '' } = texts;
  if (actions.length === 0) return decision;
  const became = new Set(
    actionLinesOf(decision, staff, day).flatMap((found) =>
      'what' in found && actions.some(({ what }) => what === found.what) ? [found.line] : [],
    ),
  );
  return decision
    .split('\n')
    .filter((_, i) => !became.has(i + 1))
    .join('\n');
}
