import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useRef, useState, type ClipboardEvent, type DragEvent } from 'react';
import { fileEndings } from '../../src/areas/files/fields.ts';
import { UploadEntry } from './upload-entry.tsx';
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
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: '12px' },
});

/** A telephone turns its own kind of picture into one of these by itself. */
const accepted = fileEndings.map((ending) => `.${ending}`).join(',');

export interface AddFilesProps {
  readonly concernId: string;
  /** A file has become a document. */
  readonly added: (name: string) => void;
  readonly decided: () => Promise<void>;
}

/** Files are chosen, dragged here, pasted, or taken with a telephone's camera; several at once. */
export function AddFiles({ concernId, added, decided }: AddFilesProps) {
  const styles = useStyles();
  const uploads = useUploads(concernId);
  const choose = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => uploads.add(Array.from(files ?? []).filter(({ size }) => size > 0));
  const input = (ref: typeof choose, extra: { readonly multiple?: true; readonly capture?: 'environment' }) => (
    <input
      ref={ref}
      type="file"
      hidden
      accept={extra.capture ? 'image/jpeg' : accepted}
      {...extra}
      onChange={({ target }) => {
        take(target.files);
        // The same file may be chosen again.
        target.value = '';
      }}
    />
  );
  return (
    <div className={styles.box}>
      <div
        className={mergeClasses(styles.zone, over && styles.over)}
        role="group"
        aria-label="Add files"
        tabIndex={0}
        onPaste={({ clipboardData }: ClipboardEvent) => take(clipboardData.files)}
        onDragOver={(event: DragEvent) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event: DragEvent) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer.files);
        }}
      >
        <Button onClick={() => choose.current?.click()}>Choose files</Button>
        <Button onClick={() => camera.current?.click()}>Take a photograph</Button>
        <span>or drag or paste them here. Up to 100 MB each; where a picture was taken is removed.</span>
        {input(choose, { multiple: true })}
        {input(camera, { capture: 'environment' })}
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
