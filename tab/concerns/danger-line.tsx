import { makeStyles, tokens } from '@fluentui/react-components';
import { AlertUrgent20Filled } from '@fluentui/react-icons';
import type { DutyContact } from '../../src/areas/alerts/contract.ts';
import { reportForm } from '../../src/areas/concerns/fields.ts';
import { PhoneLink } from '../components/phone-link.tsx';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    gap: '10px',
    alignItems: 'flex-start',
    margin: 0,
    padding: '12px 16px',
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorStatusDangerBorder1}`,
    backgroundColor: tokens.colorStatusDangerBackground1,
    color: tokens.colorStatusDangerForeground1,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
  },
  icon: { flexShrink: 0, marginTop: '1px' },
  question: { fontWeight: tokens.fontWeightSemibold },
});

const { question, call, lead } = reportForm.danger;

/** What saves a child now comes before any question. @param duty whom to call after that, as far as it is known */
export function DangerLine({ duty }: { readonly duty: DutyContact | undefined }) {
  const styles = useStyles();
  return (
    <p className={styles.line}>
      <AlertUrgent20Filled className={styles.icon} aria-hidden />
      <span>
        <span className={styles.question}>{question}</span> Call <PhoneLink phone={call} />, then{' '}
        {duty?.name && duty.phone ? (
          <>
            <bdi>{duty.name}</bdi> on <PhoneLink phone={duty.phone} />
          </>
        ) : (
          lead
        )}
        .
      </span>
    </p>
  );
}
