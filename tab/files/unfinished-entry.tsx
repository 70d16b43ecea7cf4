import { Button, ProgressBar, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { UnfinishedUpload } from '../../src/areas/files/contract.ts';
import { useApi } from '../api/api-context.ts';
import { useAct } from '../api/use-act.ts';
import { Notice } from '../components/notice.tsx';
import { DocumentForm } from './document-form.tsx';
import { FileInput } from './file-input.tsx';
import type { Picked } from './picked-files.ts';
import { sizeText } from './size-text.ts';

const useStyles = makeStyles({
  entry: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: '8px',
    padding: '12px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  stage: { color: tokens.colorNeutralForeground2, marginTop: '-4px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

const keptText = (hours: number) =>
  hours < 1 ? 'It is thrown away within the hour' : `It is kept for ${hours} more ${hours === 1 ? 'hour' : 'hours'}`;

function stageText({ arrived, size, hoursLeft }: UnfinishedUpload): string {
  if (arrived === size)
    return `${sizeText(size)}, safe with Lantern. Say what it is to add it. ${keptText(hoursLeft)}.`;
  const percent = Math.floor((arrived / size) * 100);
  return `${percent} % of ${sizeText(size)} arrived. Choose the same file again to go on. ${keptText(hoursLeft)}.`;
}

export interface UnfinishedEntryProps {
  readonly upload: UnfinishedUpload;
  /** The file was chosen again: it goes on. */
  readonly goOn: (picked: Picked) => void;
  readonly added: (name: string) => void;
  readonly decided: () => Promise<void>;
}

/** A file that an earlier page left on its way. What has arrived is safe; the rest is on the person’s device only. */
export function UnfinishedEntry({ upload, goOn, added, decided }: UnfinishedEntryProps) {
  const styles = useStyles();
  const api = useApi();
  const { id, name, size, arrived } = upload;
  const [asked, setAsked] = useState(false);
  const [other, setOther] = useState(false);
  const discard = useAct<object>({ send: () => api.discardUpload(id), decided });
  const isWhole = arrived === size;
  return (
    <li className={styles.entry}>
      <span className={styles.name} dir="auto">
        {name}
      </span>
      <span className={styles.stage}>{stageText(upload)}</span>
      {!isWhole && <ProgressBar value={arrived} max={size} aria-label={`How much of ${name} arrived`} shape="square" />}
      {isWhole && <DocumentForm upload={id} fileName={name} added={added} decided={decided} />}
      {other && (
        <Notice intent="error">
          That is another file: its name or its size is not the one that was begun. Nothing was changed.
        </Notice>
      )}
      {discard.failure && <Notice intent="error">{discard.failure.message}</Notice>}
      {asked ? (
        <span className={styles.buttons} role="group" aria-label={`Discard ${name}`}>
          <Button appearance="primary" disabledFocusable={discard.sending} onClick={() => discard.press({})}>
            Yes, discard what arrived
          </Button>
          <Button onClick={() => setAsked(false)}>Keep it</Button>
        </span>
      ) : (
        <span className={styles.buttons}>
          {!isWhole && (
            <FileInput
              label="Choose the file again"
              aria-label={`Choose ${name} again`}
              picked={([one]) => {
                const isOther = one?.file.name !== name || one.file.size !== size;
                setOther(isOther);
                if (one && !isOther) goOn(one);
              }}
            />
          )}
          <Button appearance="subtle" aria-label={`Discard ${name}`} onClick={() => setAsked(true)}>
            Discard
          </Button>
        </span>
      )}
    </li>
  );
}
