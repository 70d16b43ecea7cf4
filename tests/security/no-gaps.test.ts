import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Identity } from '../../src/access/types.ts';
import { reportConcern } from '../../src/areas/concerns/report-concern.ts';
import { listOwnReports } from '../../src/areas/concerns/views.ts';
import { reportStaffConcern } from '../../src/areas/staff-concerns/report-staff-concern.ts';
import { listOwnStaffReports } from '../../src/areas/staff-concerns/views.ts';
import { newForm, people, startKernel, type Kernel } from '../support/kernel.ts';

/** A minute passes when Daniel has reported, and none for what lies between. */
let minute = 10;
const now = () => `2026-12-10T08:${minute}:00.000Z`;
const { daniel, kayleigh, zoe } = people;

let kernels: Kernel[];
beforeEach(() => {
  kernels = [];
  minute = 10;
});
afterEach(() => {
  for (const kernel of kernels) kernel.close();
});

async function aSchool() {
  const kernel = await startKernel({ now });
  kernels.push(kernel);
  return {
    async aboutAdult(who: Identity) {
      const typed = { about: 'adult' as const, who: 'Tom Whitlock', words: 'He shouted.', when: 'just now' };
      const result = await kernel.perform(reportStaffConcern, who, typed, newForm());
      if (!result.ok) throw new Error(result.problem.code);
      return result.answer;
    },
    async aboutChild(who: Identity) {
      const typed = { who: 'Ellie Marsden', words: 'No coat.', safeNow: 'yes' as const, when: 'just now' };
      const result = await kernel.perform(reportConcern, who, typed, newForm());
      if (!result.ok) throw new Error(result.problem.code);
      return result.answer;
    },
    async ownLists(who: Identity) {
      const [staff, children] = [
        await kernel.read(listOwnStaffReports, who, {}),
        await kernel.read(listOwnReports, who, {}),
      ];
      if (!staff.ok || !children.ok) throw new Error('the lists of one’s own reports are not shown');
      return `${staff.answer.json}\n${children.answer.json}`;
    },
  };
}

/** Without what is drawn by chance. */
const plain = (text: string) =>
  text.replaceAll(/[0-9a-f]{32}/g, 'an id').replaceAll(/S-[0-9A-Z]{4}-[0-9A-Z]{4}/g, 'a reference');

/** What Daniel is told of two reports of his own, with so many of others’ between. */
async function told(between: number): Promise<string> {
  minute = 10;
  const school = await aSchool();
  const first = [await school.aboutAdult(daniel), await school.aboutChild(daniel)];
  for (let n = 0; n < between; n += 1) await school.aboutAdult(n % 2 === 0 ? kayleigh : zoe);
  minute = 11;
  const second = [await school.aboutAdult(daniel), await school.aboutChild(daniel)];
  return plain(JSON.stringify([first, second])) + plain(await school.ownLists(daniel));
}

describe('how many concerns about adults lie between two reports of one’s own', () => {
  it('nothing tells that one is given: the answers and lists are the same, and a child’s next number is the next', async () => {
    const none = await told(0);
    expect(none).toContain('a reference');
    expect(none).toContain('C-2026-0002');
    expect(await told(1)).toBe(none);
    expect(await told(9)).toBe(none);
  });

  it('no reference tells either: which of two is the greater is a toss of a coin, however many lie between', async () => {
    const school = await aSchool();
    const pairs = 60;
    for (const between of [0, 3]) {
      let greater = 0;
      for (let pair = 0; pair < pairs; pair += 1) {
        const { ref: first } = await school.aboutAdult(daniel);
        for (let n = 0; n < between; n += 1) await school.aboutAdult(zoe);
        if ((await school.aboutAdult(daniel)).ref > first) greater += 1;
      }
      // Five standard deviations: once in a million runs by chance.
      expect(Math.abs(greater - pairs / 2), `${between} between`).toBeLessThan(2.5 * Math.sqrt(pairs));
    }
  });
});
