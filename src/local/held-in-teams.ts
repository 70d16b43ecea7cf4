import { castMember } from './cast.ts';

/** One turn of a transcript: seconds after its beginning, who is heard, and what Teams made of it. */
type Turn = readonly [seconds: number, speaker: string, words: string];

/** It mishears here and there, as Teams does. */
const turns: readonly Turn[] = [
  [3, 'Priya Raman', 'Right. Thank you for coming on line, I know it is the end of a long day.'],
  [9, 'Priya Raman', 'Leo first, then breakfast club.'],
  [14, 'Kayleigh Marsh', 'I saw Leo this morning. He was in on four days and laid on two of them.'],
  [21, 'Tom Whitlock', 'Late on two, not laid.'],
  [24, 'Kayleigh Marsh', 'Late, yes. He said the bus was full again.'],
  [31, 'Priya Raman', 'Has anybody asked him how he gets home?'],
  [36, 'Kayleigh Marsh', 'He says he walks with his cousin. I have not asked mum.'],
  [44, 'Tom Whitlock', 'I can ring her. I have to ring about the coat anyway.'],
  [52, 'Priya Raman', 'Then Tom rings her by Friday and tells Kayleigh.'],
  [61, 'Tom Whitlock', 'Fine.'],
  [70, 'Priya Raman', 'Breakfast club. There are three places left and six names on my list.'],
  [79, 'Sheila Brandt', 'The kitchen says they can do two more if they know before the holidays.'],
  [88, 'Kayleigh Marsh', 'I would take those who come without having eaten. Not by year group.'],
  [97, 'Priya Raman', 'Agreed. Kayleigh makes the list, and we look at it in January.'],
];

const stamp = (seconds: number) =>
  `${String(Math.floor(seconds / 3_600)).padStart(2, '0')}:${String(Math.floor(seconds / 60) % 60).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}.000`;

/** The meeting that was held in Teams the day before the demonstration begins: how its calendar and Teams have it. */
export const heldInTeams = {
  user: castMember('priya').id,
  event: 'AAMkADQ4aGVsZC1pbi10ZWFtcy1wYXN0b3JhbC0yMDI2LTEyLTA5',
  held: { start: '2026-12-09T15:45:00Z', end: '2026-12-09T16:30:00Z' },
  startedAt: '2026-12-09T15:47:00Z',
  endedAt: '2026-12-09T16:29:00Z',
  text: [
    'WEBVTT',
    ...turns.map(
      ([seconds, speaker, words], i) =>
        `${i}/${i}-0\n${stamp(seconds)} --> ${stamp(seconds + 5)}\n<v ${speaker}>${words}</v>`,
    ),
  ].join('\n\n'),
} as const;
