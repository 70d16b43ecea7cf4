import { Button, ProgressBar, makeStyles, tokens } from '@fluentui/react-components';
import { Notice } from '../components/notice.tsx';
import { DocumentForm } from './document-form.tsx';
import { sizeText } from './size-text.ts';
import type { Upload } from './upload.ts';
import type { UploadQueue } from './upload-queue.ts';

const useStyles = makeStyles({
  entry: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: '8px',
    padding: '12px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  head: { display: 'flex', gap: '4px 12px', alignItems: 'start', justifyContent: 'space-between' },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  stage: { color: tokens.colorNeutralForeground2, marginTop: '-4px' },
  buttons: { display: 'flex', gap: '8px', whiteSpace: 'nowrap' },
});

/** What a waiting upload waits for, in a person's words. */
const waitsFor: Readonly<Record<string, string>> = {
  unreachable: 'No connection: it goes on by itself',
  'not-signed-in': 'Your sign-in has run out: it goes on when Teams has signed you in again',
};

function stageText({ stage, arrived, file, ...upload }: Upload): string {
  const so = `${sizeText(arrived)} of ${sizeText(file.size)}`;
  switch (stage) {
    case 'queued':
      return `${so}. Waits for the files before it`;
    case 'comparing':
      return `${so} arrived earlier. Looking whether this is the same file`;
    case 'sending':
      return so;
    case 'waiting':
      return `${so}. ${waitsFor[upload.waitsFor ?? ''] ?? 'Lantern is busy: it goes on by itself'}`;
    case 'paused':
      return `${so}. Paused`;
    case 'arrived':
      return `${sizeText(file.size)}, safe with Lantern. Say what it is to add it`;
    case 'refused':
      return 'Not taken';
  }
}

export interface UploadEntryProps {
  readonly upload: Upload;
  readonly uploads: Pick<UploadQueue, 'pause' | 'resume' | 'drop'>;
  readonly added: (name: string) => void;
  readonly decided: () => Promise<void>;
}

/** A file on its way: how far it is, and what can be done about it. */
export function UploadEntry({ upload, uploads, added, decided }: UploadEntryProps) {
  const styles = useStyles();
  const { key, file, id, stage, arrived, message } = upload;
  const moving = !['paused', 'arrived', 'refused'].includes(stage);
  return (
    <li className={styles.entry}>
      <div className={styles.head}>
        <span className={styles.name} dir="auto">
          {file.name}
        </span>
        <span className={styles.buttons}>
          {moving && (
            <Button size="small" aria-label={`Pause ${file.name}`} onClick={() => uploads.pause(key)}>
              Pause
            </Button>
          )}
          {stage === 'paused' && (
            <Button size="small" aria-label={`Go on with ${file.name}`} onClick={() => uploads.resume(key)}>
              Go on
            </Button>
          )}
          <Button
            size="small"
            appearance="subtle"
            aria-label={`Take ${file.name} off`}
            onClick={() => uploads.drop(key)}
          >
            Take off
          </Button>
        </span>
      </div>
      <span className={styles.stage}>{stageText(upload)}</span>
      {stage !== 'arrived' && stage !== 'refused' && (
        <ProgressBar
          value={arrived}
          max={file.size}
          aria-label={`How much of ${file.name} has arrived`}
          aria-valuetext={stageText(upload)}
        />
      )}
      {message !== undefined && <Notice intent="error">{message}</Notice>}
      {stage === 'arrived' && id !== undefined && (
        <DocumentForm upload={id} fileName={file.name} added={added} decided={decided} />
      )}
    </li>
  );
}
