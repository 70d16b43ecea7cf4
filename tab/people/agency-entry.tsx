import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { AgencyItem, RetireAgencyRequest } from '../../src/areas/people/contract.ts';
import { agencyFields, agencyKind } from '../../src/areas/people/fields.ts';
import { useApi } from '../api/api-context.ts';
import { useAct } from '../api/use-act.ts';
import { FiledMark } from '../components/filed-mark.tsx';
import { MailLink } from '../components/mail-link.tsx';
import { Notice } from '../components/notice.tsx';
import { PhoneLink } from '../components/phone-link.tsx';
import { When } from '../components/when.tsx';
import { AgencyForm } from './agency-form.tsx';

const useStyles = makeStyles({
  entry: {
    display: 'grid',
    gap: '8px',
    padding: '14px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ':last-child': { borderBottomStyle: 'none' },
  },
  line: { display: 'flex', flexWrap: 'wrap', gap: '8px 16px', justifyContent: 'space-between', alignItems: 'start' },
  who: { display: 'grid', gap: '2px', flex: '1 1 260px', minWidth: 0, overflowWrap: 'anywhere' },
  name: { fontWeight: tokens.fontWeightSemibold },
  detail: { color: tokens.colorNeutralForeground2 },
  ways: { display: 'flex', flexWrap: 'wrap', gap: '2px 16px' },
  night: { margin: 0, whiteSpace: 'pre-wrap', maxWidth: '68ch' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', '@media print': { display: 'none' } },
});

export interface AgencyEntryProps {
  readonly agency: AgencyItem;
  /** Name of its school, where the list holds those of several. */
  readonly school?: string;
  /** Says what was done. */
  readonly told: (text: string | undefined) => void;
}

/** One agency: what it is, how it is reached, and what may be done about its entry. */
export function AgencyEntry({ agency, school, told }: AgencyEntryProps) {
  const styles = useStyles();
  const api = useApi();
  const queries = useQueryClient();
  const [correcting, setCorrecting] = useState(false);
  const buttons = useRef<HTMLSpanElement>(null);
  const { id, rev, name, kind, phone, email, outOfHours, retiredAt, filed, mayChange } = agency;
  const retire = useAct<Omit<RetireAgencyRequest, 'form'>>({
    send: (request) =>
      api.retireAgency(id, request).then((answer) => {
        told(request.retired ? `Retired: ${name}.` : `Back on the list: ${name}.`);
        return answer;
      }),
    decided: () => queries.invalidateQueries({ queryKey: ['agencies'] }),
  });
  const close = () => {
    setCorrecting(false);
    requestAnimationFrame(() => buttons.current?.querySelector('button')?.focus());
  };
  return (
    <li className={styles.entry}>
      <div className={styles.line}>
        <span className={styles.who}>
          <bdi className={styles.name}>{name}</bdi>
          <span className={styles.detail}>
            {agencyKind[kind] ?? kind}
            {school !== undefined && ` · ${school}`}
          </span>
          <span className={styles.ways}>
            {phone && <PhoneLink phone={phone} />}
            {email && <MailLink address={email} />}
          </span>
          {outOfHours && (
            <p className={styles.night} dir="auto">
              <span className={styles.detail}>{agencyFields.outOfHours.label}:</span> {outOfHours}
            </p>
          )}
          {retiredAt && (
            <span className={styles.detail}>
              Retired <When instant={retiredAt} />
            </span>
          )}
          {!filed && <FiledMark filed="received" />}
        </span>
        {mayChange && !correcting && (
          <span ref={buttons} className={styles.buttons}>
            <Button
              size="small"
              aria-label={`Correct: ${name}`}
              onClick={() => {
                told(undefined);
                setCorrecting(true);
              }}
            >
              Correct
            </Button>
            <Button
              size="small"
              aria-label={`${retiredAt ? 'Bring back' : 'Retire'}: ${name}`}
              disabledFocusable={retire.sending}
              onClick={() => retire.press({ rev, retired: retiredAt === undefined })}
            >
              {retiredAt ? 'Bring back' : 'Retire'}
            </Button>
          </span>
        )}
      </div>
      {retire.failure && <Notice intent="error">{retire.failure.message}</Notice>}
      {correcting && (
        <AgencyForm
          agency={agency}
          schools={[]}
          cancel={close}
          done={(text) => {
            close();
            told(`Corrected: ${text}.`);
          }}
        />
      )}
    </li>
  );
}
