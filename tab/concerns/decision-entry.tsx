import { makeStyles, tokens } from '@fluentui/react-components';
import type { DecisionItem } from '../../src/areas/concerns/contract.ts';
import {
  concernUrgency,
  decisionFields as fields,
  levelOfNeed,
  parentContactState,
  routedLineFields,
  team,
  triageOutcome,
} from '../../src/areas/concerns/fields.ts';
import { FiledMark } from '../components/filed-mark.tsx';
import { absoluteTime } from '../components/school-time.ts';
import { When } from '../components/when.tsx';

const useStyles = makeStyles({
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  head: { display: 'flex', flexWrap: 'wrap', gap: '4px 16px', color: tokens.colorNeutralForeground2 },
  list: { margin: '6px 0 0', display: 'grid', gap: '6px' },
  label: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  value: { margin: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
});

/** One decision: what, by whom, when, and everything that was said for it. */
export function DecisionEntry({ decision }: { readonly decision: DecisionItem }) {
  const styles = useStyles();
  return (
    <li>
      <h3 className={styles.title}>{titleOf(decision)}</h3>
      <span className={styles.head}>
        <bdi>{decision.by}</bdi>
        <When instant={decision.at} />
        <FiledMark filed={decision.filed} />
      </span>
      <dl className={styles.list}>
        {factsOf(decision).map(([label, value]) => (
          <div key={label}>
            <dt className={styles.label}>{label}</dt>
            <dd className={styles.value} dir="auto">
              {value}
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
}

function titleOf({ what, outcome, toName }: DecisionItem): string {
  if (what === 'handed-over') return `Handed over to ${toName ?? 'a colleague'}`;
  if (what === 're-entered') return 'Entered anew: it stood under another child before';
  if (what === 'escalated') return 'Escalated to all leads';
  return outcome ? (triageOutcome[outcome] ?? outcome) : 'Judged';
}

function factsOf(decision: DecisionItem): readonly (readonly [string, string])[] {
  const { line, toRole, seenAt, seenByName } = decision;
  const facts: readonly (readonly [string, string | undefined])[] = [
    [fields.urgency.label, decision.urgency && concernUrgency[decision.urgency]],
    [fields.levelOfNeed.label, decision.levelOfNeed && levelOfNeed[decision.levelOfNeed]],
    [fields.reason.label, decision.reason],
    [fields.nextStep.label, decision.nextStep],
    [fields.actionRef.label, decision.actionRef],
    [toRole ? `${routedLineFields.line.label}: ${team[toRole]}` : routedLineFields.line.label, line],
    ['Has the team seen it?', line && (seenAt ? `${seenByName ?? 'Yes'}, ${absoluteTime(seenAt)}` : 'Not yet')],
    [fields.parents.label, decision.parents && parentContactState[decision.parents]],
    [fields.parentsReason.label, decision.parentsReason],
    [fields.childVoice.label, decision.childVoice],
  ];
  return facts.filter((fact): fact is readonly [string, string] => fact[1] !== undefined && fact[1] !== '');
}
