import { DateTime } from 'luxon';
import { completeAction } from '../../areas/actions/complete-action.ts';
import { fileLowLevel } from '../../areas/concerns/file-low-level.ts';
import { triageConcern } from '../../areas/concerns/triage-concern.ts';
import { cast, type SchoolId } from '../cast.ts';
import type { Later } from './told.ts';

/** Of an act that reports and one that takes. */
const rev = 2;

const supported = [
  [
    'This is new for them and school can help. They asked for somebody to talk to at break.',
    'Ten minutes with their form tutor on Mondays and Thursdays; look again in three weeks.',
  ],
  [
    'It fits what two others noticed this half-term. Home is under strain and they know it.',
    'The pastoral team checks in each morning and keeps a short note for the next safeguarding meeting.',
  ],
  [
    'They are managing, but only just. A small thing done now may keep it small.',
    'A quiet place at lunch, breakfast club, and a call home on Friday to say how the week went.',
  ],
] as const;

const lines = [
  'Has been tearful at registration. A friendly word each morning, please; nothing else is known.',
  'Finds break hard at the moment. Please offer the library and say nothing of why.',
] as const;

const outcomesOfHelp = [
  'Done as agreed. They say it helps, and their tutor sees them smile again.',
  'Three weeks of it. Steadier; the short note is in the file. Ends here unless somebody notices more.',
  'Done. Home was glad of the call. We look again after the holidays only if something new is seen.',
] as const;

/** How long help in school runs before somebody looks at it. */
const daysOfHelp = 21;
/** What was due before this is done by the demonstration's morning; what was due since then nobody has got to yet. */
const doneBefore = '2026-12-02';

const daysLater = (at: string, days: number) => DateTime.fromISO(at).plus({ days }).toFormat('yyyy-MM-dd');

/**
 * How a lead judged what was reported before the last days: most of it everyday, some of it supported in school, a little
 * passed to a team. What was set down to do is done by its day, mostly.
 * @param n its number among the school's, so that the same ones are judged alike at each start
 */
export function judged(
  school: SchoolId,
  n: number,
  safe: 'yes' | 'no' | 'not-sure',
  by: string,
  at: string,
): readonly Later[] {
  // Every ninth or so is one of these, and no text comes twice in turn.
  const turn = Math.floor(n / 9);
  const [reason, what] = supported[turn % supported.length] ?? supported[0];
  const said = { rev, reason, urgency: 'within-24h', levelOfNeed: '2-additional', parents: 'informed' } as const;
  if (safe === 'no' || n % 9 === 4) {
    const dueOn = daysLater(at, daysOfHelp);
    const owner = cast.find(({ key }) => key === by)?.id ?? '';
    const action = { what, owner, priority: 'planned', dueOn } as const;
    let set: string | undefined;
    const judging: Later = {
      by,
      at,
      async run(act, concern) {
        ({ action: set } = await act(triageConcern, { ...said, concern, outcome: 'in-school-support', action }));
      },
    };
    const note = outcomesOfHelp[turn % outcomesOfHelp.length] ?? outcomesOfHelp[0];
    const doing: Later = {
      ...{ by, at: `${daysLater(at, daysOfHelp - 1)}T15:40` },
      run: (act) => act(completeAction, { action: set ?? '', note }),
    };
    return dueOn < doneBefore ? [judging, doing] : [judging];
  }
  const filing: Later = {
    by,
    at,
    run(act, concern) {
      if (n % 9 === 7 && school === 'harrowmere')
        return act(triageConcern, {
          ...{ ...said, concern, outcome: 'route-pastoral' },
          line: lines[n % lines.length] ?? lines[0],
        });
      return act(fileLowLevel, { concern, rev, as: n % 9 === 2 ? 'monitor' : 'no-further-action' });
    },
  };
  return [filing];
}
