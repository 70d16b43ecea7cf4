import { fileLowLevel } from '../../areas/concerns/file-low-level.ts';
import { triageConcern } from '../../areas/concerns/triage-concern.ts';
import type { SchoolId } from '../cast.ts';
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

/**
 * How a lead judged what was reported before the last days: most of it everyday, some of it supported in school, a little
 * passed to a team.
 * @param n its number among the school's, so that the same ones are judged alike at each start
 */
export function judged(school: SchoolId, n: number, safe: 'yes' | 'no' | 'not-sure', by: string, at: string): Later {
  const [reason, nextStep] = supported[n % supported.length] ?? supported[0];
  const said = { rev, reason, urgency: 'within-24h', levelOfNeed: '2-additional', parents: 'informed' } as const;
  return {
    by,
    at,
    run(act, concern) {
      if (safe === 'no' || n % 9 === 4)
        return act(triageConcern, { ...said, concern, outcome: 'in-school-support', nextStep });
      if (n % 9 === 7 && school === 'harrowmere')
        return act(triageConcern, {
          ...{ ...said, concern, outcome: 'route-pastoral', nextStep },
          line: lines[n % lines.length] ?? lines[0],
        });
      return act(fileLowLevel, { concern, rev, as: n % 9 === 2 ? 'monitor' : 'no-further-action' });
    },
  };
}
