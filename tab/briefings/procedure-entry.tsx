import { Badge, Button, makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { ProcedureItem, RetireProcedureRequest } from '../../src/areas/briefings/contract.ts';
import { schoolDate } from '../actions/school-date.ts';
import { useApi } from '../api/api-context.ts';
import { useAct } from '../api/use-act.ts';
import { FiledMark } from '../components/filed-mark.tsx';
import { Notice } from '../components/notice.tsx';
import { PhoneLink } from '../components/phone-link.tsx';
import { When } from '../components/when.tsx';
import { BriefingText } from './briefing-text.tsx';
import { ProcedureForm } from './procedure-form.tsx';

const useStyles = makeStyles({
  entry: {
    display: 'grid',
    gap: '8px',
    gridTemplateColumns: 'minmax(0, 1fr)',
    padding: '14px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ':last-child': { borderBottomStyle: 'none' },
  },
  line: { display: 'flex', flexWrap: 'wrap', gap: '8px 16px', justifyContent: 'space-between', alignItems: 'start' },
  what: {
    display: 'grid',
    gap: '4px',
    flex: '1 1 260px',
    minWidth: 0,
    overflowWrap: 'anywhere',
    justifyItems: 'start',
  },
  name: { fontWeight: tokens.fontWeightSemibold },
  detail: { color: tokens.colorNeutralForeground2 },
  link: { color: tokens.colorBrandForegroundLink, overflowWrap: 'anywhere' },
  phone: { fontSize: tokens.fontSizeBase400 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', '@media print': { display: 'none' } },
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
  const [correcting, setCorrecting] = useState(false);
  const buttons = useRef<HTMLSpanElement>(null);
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
  const close = () => {
    setCorrecting(false);
    requestAnimationFrame(() => buttons.current?.querySelector('button')?.focus());
  };
  return (
    <li className={styles.entry}>
      <div className={styles.line}>
        <span className={styles.what}>
          <bdi className={styles.name}>{heading}</bdi>
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
          {retiredAt !== undefined && (
            <span className={styles.detail}>
              Retired <When instant={retiredAt} />
            </span>
          )}
          {!filed && mayChange && <FiledMark filed="received" />}
        </span>
        {mayChange && !correcting && (
          <span ref={buttons} className={styles.buttons}>
            <Button
              size="small"
              aria-label={`Correct or review: ${heading}`}
              onClick={() => {
                told(undefined);
                setCorrecting(true);
              }}
            >
              Correct or review
            </Button>
            <Button
              size="small"
              aria-label={`${retiredAt ? 'Bring back' : 'Retire'}: ${heading}`}
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
    </li>
  );
}
