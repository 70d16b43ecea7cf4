import { Button } from '@fluentui/react-components';
import { useRef } from 'react';
import { fileEndings } from '../../src/areas/files/fields.ts';
import type { Picked } from './picked-files.ts';

/** A telephone turns its own kind of picture into one of these by itself. */
const accepted = fileEndings.map((ending) => `.${ending}`).join(',');

export interface FileInputProps {
  readonly label: string;
  /** What it is for, where the label alone does not say it. */
  readonly 'aria-label'?: string;
  readonly picked: (files: readonly Picked[]) => void;
  readonly multiple?: true;
  /** Opens a telephone’s camera. */
  readonly camera?: true;
}

/** A button that lets somebody choose files, or take a photograph. */
export function FileInput({ label, 'aria-label': name, picked, multiple, camera }: FileInputProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button {...(name !== undefined && { 'aria-label': name })} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        {...(multiple && { multiple })}
        {...(camera ? { accept: 'image/jpeg', capture: 'environment' } : { accept: accepted })}
        onChange={({ target }) => {
          picked(Array.from(target.files ?? [], (file) => ({ file, isFolder: false })));
          // The same file may be chosen again.
          target.value = '';
        }}
      />
    </>
  );
}
