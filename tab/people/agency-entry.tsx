import { makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import type { AgencyItem, RetireAgencyRequest } from '../../src/areas/people/contract.ts';
import { agencyFields, agencyKind } from '../../src/areas/people/fields.ts';
import { useApi } from '../api/api-context.ts';
import { useAct } from '../api/use-act.ts';
import { KeptEntry } from '../components/kept-entry.tsx';
import { MailLink } from '../components/mail-link.tsx';
import { PhoneLink } from '../components/phone-link.tsx';
import { AgencyForm } from './agency-form.tsx';

const useStyles = makeStyles({
  detail: { color: tokens.colorNeutralForeground2 },
  ways: { display: 'flex', flexWrap: 'wrap', gap: '2px 16px' },
  night: { margin: 0, whiteSpace: 'pre-wrap', maxWidth: '68ch' },
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
  const { id, rev, name, kind, phone, email, outOfHours, retiredAt, filed, mayChange } = agency;
  const retire = useAct<Omit<RetireAgencyRequest, 'form'>>({
    send: (request) =>
      api.retireAgency(id, request).then((answer) => {
        told(request.retired ? `Retired: ${name}.` : `Back on the list: ${name}.`);
        return answer;
      }),
    decided: () => queries.invalidateQueries({ queryKey: ['agencies'] }),
  });
  return (
    <KeptEntry
      {...{ name, rev, retiredAt, filed, mayChange, retire }}
      change="Correct"
      begun={() => told(undefined)}
      form={(close) => (
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
    >
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
    </KeptEntry>
  );
}
