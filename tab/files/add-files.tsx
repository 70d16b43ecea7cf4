import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useState, type ClipboardEvent, type DragEvent } from 'react';
import type { DocumentItem } from '../../src/areas/files/contract.ts';
import { useApi } from '../api/api-context.ts';
import { FileInput } from './file-input.tsx';
import { pickedFiles, type Picked } from './picked-files.ts';
import { unfinishedQuery } from './queries.ts';
import { UnfinishedEntry } from './unfinished-entry.tsx';
import { UploadEntry } from './upload-entry.tsx';
import { useNoStrayDrop } from './use-no-stray-drop.ts';
import { useUploads } from './use-uploads.ts';

const useStyles = makeStyles({
  box: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '12px', '@media print': { display: 'none' } },
  zone: {
    padding: '16px',
    border: `2px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground2,
    display: 'flex',
    flexWrap: 'wrap',
    gap: '8px 12px',
    alignItems: 'center',
  },
  over: { backgroundColor: tokens.colorSubtleBackgroundHover, border: `2px dashed ${tokens.colorBrandStroke1}` },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: '12px' },
});

export interface AddFilesProps {
  readonly concernId: string;
  /** What the concern has: an upload that is among them is finished. */
  readonly documents: readonly Pick<DocumentItem, 'id'>[];
  /** A file has become a document. */
  readonly added: (name: string) => void;
  readonly decided: () => Promise<void>;
}

/** Files are chosen, dragged here, pasted, or taken with a telephone's camera; several at once. */
export function AddFiles({ concernId, documents, added, decided }: AddFilesProps) {
  const styles = useStyles();
  const uploads = useUploads(concernId);
  const left = useQuery(unfinishedQuery(useApi(), concernId));
  useNoStrayDrop();
  const [over, setOver] = useState(false);
  const onItsWay = uploads.all.filter(({ stage }) => stage !== 'refused');
  const unfinished = (left.data ?? []).filter(
    ({ id }) => ![...onItsWay, ...documents].some((other) => other.id === id),
  );
  const take = (picked: readonly Picked[]) => uploads.add(picked, unfinished);
  const settled = async () => {
    await Promise.all([left.refetch(), decided()]);
  };
  return (
    <div className={styles.box}>
      {unfinished.length > 0 && (
        <>
          <h3 className={styles.title} id="unfinished">
            Not finished
          </h3>
          <ul className={styles.list} aria-labelledby="unfinished">
            {unfinished.map((upload) => (
              <UnfinishedEntry
                key={upload.id}
                {...{ upload, added }}
                decided={settled}
                goOn={(picked) => take([picked])}
              />
            ))}
          </ul>
        </>
      )}
      <div
        className={mergeClasses(styles.zone, over && styles.over)}
        role="group"
        aria-label="Add files"
        tabIndex={0}
        onPaste={({ clipboardData }: ClipboardEvent) => take(pickedFiles(clipboardData))}
        onDragOver={(event: DragEvent) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event: DragEvent) => {
          event.preventDefault();
          setOver(false);
          take(pickedFiles(event.dataTransfer));
        }}
      >
        <FileInput label="Choose files" multiple picked={take} />
        <FileInput label="Take a photograph" camera picked={take} />
        <span>
          or drag or paste them here. Up to 100 MB each; where a picture was taken is removed. What is not finished is
          kept for a day.
        </span>
      </div>
      {uploads.all.length > 0 && (
        <ul className={styles.list} aria-label="Files on their way">
          {uploads.all.map((upload) => (
            <UploadEntry
              key={upload.key}
              {...{ upload, uploads, decided }}
              added={(name) => {
                uploads.done(upload.key);
                added(name);
              }}
            />
          ))}
        </ul>
      )}
    </div>
  );
}
