import { Badge, makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import type { ProcedureItem, RetireProcedureRequest } from '../../src/areas/briefings/contract.ts';
import { schoolDate } from '../actions/school-date.ts';
import { useApi } from '../api/api-context.ts';
import { useAct } from '../api/use-act.ts';
import { KeptEntry } from '../components/kept-entry.tsx';
import { PhoneLink } from '../components/phone-link.tsx';
import { BriefingText } from './briefing-text.tsx';
import { ProcedureForm } from './procedure-form.tsx';

const useStyles = makeStyles({
  detail: { color: tokens.colorNeutralForeground2 },
  link: { color: tokens.colorBrandForegroundLink, overflowWrap: 'anywhere' },
  phone: { fontSize: tokens.fontSizeBase400 },
});

export interface ProcedureEntryProps {
  readonly procedure: ProcedureItem;
  /** Name of its school, where the list holds those of several. */
  readonly school?: string;
  /** Says what was done. */
  readonly told: (text: string | undefined) => void;
}

/** One local procedure: what holds, whom to ring, and when it is looked at again. */
export function ProcedureEntry({ procedure, school, told }: ProcedureEntryProps) {
  const styles = useStyles();
  const api = useApi();
  const queries = useQueryClient();
  const { id, rev, heading, partnership, words, url, phone, reviewOn, overdue, retiredAt, filed, mayChange } =
    procedure;
  const retire = useAct<Omit<RetireProcedureRequest, 'form'>>({
    send: (request) =>
      api.retireProcedure(id, request).then((answer) => {
        told(request.retired ? `Retired: ${heading}.` : `Back on the list: ${heading}.`);
        return answer;
      }),
    decided: () => queries.invalidateQueries({ queryKey: ['procedures'] }),
  });
  return (
    <KeptEntry
      {...{ rev, retiredAt, mayChange, retire }}
      name={heading}
      filed={filed || !mayChange}
      change="Correct or review"
      begun={() => told(undefined)}
      form={(close) => (
        <ProcedureForm
          procedure={procedure}
          schools={[]}
          partnership={partnership}
          cancel={close}
          done={(text) => {
            close();
            told(`Saved: ${text}.`);
          }}
        />
      )}
    >
      {phone !== undefined && (
        <span className={styles.phone}>
          <PhoneLink phone={phone} />
        </span>
      )}
      {words !== undefined && <BriefingText words={words} />}
      {url !== undefined && (
        <a className={styles.link} href={url} target="_blank" rel="noreferrer noopener">
          {url}
        </a>
      )}
      <span className={styles.detail}>
        <bdi>{partnership}</bdi>
        {school !== undefined && ` · ${school}`}
        {procedure.inHelp && mayChange && ' · in the chat’s help'}
        {retiredAt === undefined && ` · review on ${schoolDate(reviewOn)}`}
      </span>
      {overdue && mayChange && (
        <Badge appearance="tint" color="danger">
          Review overdue
        </Badge>
      )}
    </KeptEntry>
  );
}
