import { Badge, Button, makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { RetireTemplateRequest, TemplateItem } from '../../src/areas/letters/contract.ts';
import { addressee as addressees } from '../../src/areas/letters/fields.ts';
import { useApi } from '../api/api-context.ts';
import { useAct } from '../api/use-act.ts';
import { Notice } from '../components/notice.tsx';
import { When } from '../components/when.tsx';
import { useFocusBack } from '../components/use-focus-back.ts';
import { TemplateForm } from './template-form.tsx';

const useStyles = makeStyles({
  entry: {
    display: 'grid',
    gap: '8px',
    gridTemplateColumns: 'minmax(0, 1fr)',
    padding: '14px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ':last-child': { borderBottomStyle: 'none' },
  },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', gap: '4px 12px' },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  detail: { color: tokens.colorNeutralForeground2 },
  words: { margin: '8px 0 0', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', maxWidth: '72ch' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', '@media print': { display: 'none' } },
});

interface TemplateEntryProps {
  readonly template: TemplateItem;
  /** Name of its school, where there are several. */
  readonly school?: string;
  /** Says aloud what was done. */
  readonly told: (text: string) => void;
}

/** One template of the library, with its text and what can be done with it. */
export function TemplateEntry({ template, school, told }: TemplateEntryProps) {
  const styles = useStyles();
  const api = useApi();
  const queries = useQueryClient();
  const [changing, setChanging] = useState(false);
  const buttons = useRef<HTMLSpanElement>(null);
  const { heading, addressee, templateVersion, keptByName, keptAt, retiredAt, subject, words, origin } = template;
  const retire = useAct<Omit<RetireTemplateRequest, 'form'>>({
    send: (request) =>
      api.retireTemplate(origin, request).then(() => told(`${request.retired ? 'Retired' : 'Back'}: ${heading}.`)),
    decided: () => queries.invalidateQueries({ queryKey: ['letter-templates'] }),
  });
  const close = () => setChanging(false);
  useFocusBack(changing, buttons);
  return (
    <li className={styles.entry}>
      <div className={styles.line}>
        <h3 className={styles.heading}>{heading}</h3>
        <Badge appearance="outline" color="informative">
          {addressees[addressee] ?? addressee}
        </Badge>
        {school !== undefined && <span className={styles.detail}>{school}</span>}
      </div>
      <span className={styles.detail}>
        {keptByName === undefined || keptAt === undefined ? (
          'Comes with Lantern'
        ) : (
          <>
            Version {templateVersion}, <bdi>{keptByName}</bdi>, <When instant={keptAt} />
          </>
        )}
      </span>
      {!changing && (
        <details>
          <summary>{subject}</summary>
          <p className={styles.words} dir="auto">
            {words}
          </p>
        </details>
      )}
      {retire.failure && <Notice intent="error">{retire.failure.message}</Notice>}
      {changing ? (
        <TemplateForm
          template={template}
          schools={[]}
          cancel={close}
          done={(text) => {
            close();
            told(`Saved as a new version: ${text}.`);
          }}
        />
      ) : (
        <span ref={buttons} className={styles.buttons}>
          {retiredAt === undefined && (
            <Button size="small" aria-label={`Change: ${heading}`} onClick={() => setChanging(true)}>
              Change
            </Button>
          )}
          <Button
            size="small"
            aria-label={`${retiredAt === undefined ? 'Retire' : 'Bring back'}: ${heading}`}
            disabledFocusable={retire.sending}
            onClick={() => retire.press({ school: template.school, templateVersion, retired: retiredAt === undefined })}
          >
            {retiredAt === undefined ? 'Retire' : 'Bring back'}
          </Button>
        </span>
      )}
    </li>
  );
}
