import type { Problem } from '../../perform/problem.ts';
import { team, triageRules, type TriageDemand } from './fields.ts';
import type { Judgement } from './judgement.ts';
import type { RoleHolder } from './triage-queries.ts';

const missing: Readonly<Record<TriageDemand, string>> = {
  levelOfNeed: 'Choose the level of need.',
  action: 'Set at least one action: what is done, by whom and by when.',
  nextStep: 'Write what happens next, who does it and by when.',
  line: 'Write the one line that the team needs to know.',
  childVoice: 'Write what the child says or wants, or why that is not known.',
};

/**
 * What a judgement lacks, field by field. Nothing stands without a reason, and parents are never forgotten in silence.
 * @param acted whether somebody has something to do about it
 */
export function faultsOf(
  said: Judgement,
  holders: readonly RoleHolder[],
  acted: boolean,
): NonNullable<Problem['fields']> {
  const { needs, routesTo } = triageRules[said.outcome];
  const faults: { name: string; message: string }[] = needs
    .filter((name) => (name === 'action' ? !acted : said[name] === undefined))
    .map((name) => ({ name, message: missing[name] }));
  if (said.parents !== 'informed' && said.parentsReason === undefined)
    faults.push({ name: 'parentsReason', message: 'Write why parents or carers have not been told.' });
  if (said.line !== undefined && !routesTo)
    faults.push({ name: 'line', message: 'This judgement passes nothing to a team. Leave the line out.' });
  if (routesTo && !holders.some(({ role }) => role === routesTo)) {
    const message = `Nobody at your school has been given the ${team[routesTo]} in Lantern, so nobody would read it. Judge it another way, or have the role given first.`;
    faults.push({ name: 'outcome', message });
  }
  return faults;
}
