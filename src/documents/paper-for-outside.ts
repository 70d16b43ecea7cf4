import { meetingKind, minuteTexts } from '../areas/meetings/fields.ts';
import type { MinutesForOutside } from '../areas/meetings/outside/give-minutes-outside.ts';
import { onDay } from './on-day.ts';
import { cut } from './paper-of-minutes.ts';
import type { Paper, PaperSection, PaperText } from './paper.ts';

/** Final minutes as they go to a professional of another agency: whole, for they were part of the meeting. */
export function paperForOutside(minutes: MinutesForOutside): Paper {
  const { kind, heldOn, ref, agreedAt, chairName, agreedByName, points, addenda, leftOut } = minutes;
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['Meeting', meetingKind[kind]],
    ['Held on', onDay(heldOn)],
    ['Chair', chairName],
    ['Agreed by', agreedByName && `${agreedByName}, ${onDay(agreedAt)}`],
  ];
  return {
    title: `Minutes: ${meetingKind[kind]}, ${onDay(heldOn)}`,
    reference: ref,
    confidential: 'Confidential: for the person to whom the school gave it. Do not copy or pass on.',
    madeAt: agreedAt,
    facts: facts.flatMap(([label, value]) => (value ? [{ label, value }] : [])),
    sections: [
      ...points.map(sectionOf),
      ...addenda.map(({ words, writtenByName, writtenAt }) => ({
        heading: `Added by ${writtenByName}, ${onDay(writtenAt)}`,
        texts: [{ words }],
      })),
      ...left(leftOut),
    ],
  };
}

function sectionOf(point: MinutesForOutside['points'][number], place: number): PaperSection {
  const texts = (Object.keys(minuteTexts) as (keyof typeof minuteTexts)[]).flatMap((text): readonly PaperText[] => {
    const words = point[text] ?? '';
    return words.trim() === '' ? [] : [{ heading: minuteTexts[text], words }];
  });
  const rows = point.actions.map(({ what, ownerName, dueOn }) => [cut(what), ownerName, onDay(dueOn)]);
  return {
    ...{ heading: `${place + 1}. ${point.heading}`, texts },
    ...(rows.length > 0 && { table: { columns: ['What is to be done', 'Who', 'By'], rows } }),
  };
}

const left = (count: number): readonly PaperSection[] =>
  count === 0
    ? []
    : [
        {
          heading: 'Not in this paper',
          texts: [
            {
              words: `${count === 1 ? 'One point or addendum' : `${count} points or addenda`} spoke of a child whom the meeting was not about. Ask the school about it.`,
            },
          ],
        },
      ];
