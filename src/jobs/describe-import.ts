import type { RosterAnswer, RosterRecordKind } from '../areas/people/contract.ts';
import { problems, type Result } from '../perform/problem.ts';

const kinds: Readonly<Record<RosterRecordKind, string>> = {
  pupil: 'Children',
  staffMember: 'Staff',
  contact: 'Contacts',
  relationship: 'Relationships',
};
const heads: Readonly<Record<'ready' | 'confirm' | 'done', string>> = {
  ready: 'This is what would change; nothing was changed.',
  confirm: 'Nothing was changed.',
  done: 'Done.',
};

/** What the import command prints at its end: counts, and what could not be taken in; no names. */
export function describeImport(result: Result<RosterAnswer>): {
  readonly ok: boolean;
  readonly lines: readonly string[];
} {
  if (!result.ok) return { ok: false, lines: [problems[result.problem.code]] };
  const { answer } = result;
  if (answer.state === 'unreadable') return { ok: false, lines: [answer.why] };
  const { state, format, counts, faults, confirm } = answer;
  const many = confirm && `${confirm.leaving} of ${confirm.of} children on the roll are not in these files. `;
  return {
    ok: state !== 'confirm',
    lines: [
      `Read as ${format}. ${heads[state]}`,
      ...Object.entries(kinds).map(([kind, label]) => {
        const { created, changed, left, unchanged } = counts[kind as RosterRecordKind];
        return `  ${label}: ${created} new, ${changed} changed, ${left} no longer there, ${unchanged} as before`;
      }),
      ...(faults.length > 0 ? [`${faults.length} could not be taken in, or not surely:`] : []),
      ...faults.map(({ file, line, column, why }) => {
        const place = [file, line > 0 && `line ${line}`, column].filter((part) => part);
        return `  ${place.join(', ')}: ${why}`;
      }),
      ...(state === 'confirm' && many ? [`${many}If they have left, do it again with --yes.`] : []),
    ],
  };
}
