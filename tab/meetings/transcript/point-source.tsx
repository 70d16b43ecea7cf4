import { Button } from '@fluentui/react-components';
import { DocumentText16Regular } from '@fluentui/react-icons';
import { useId } from 'react';
import type * as Y from 'yjs';
import type { TranscriptLook } from '../../../src/areas/meetings/contract.ts';
import { useJointSources } from './joint-sources.ts';
import { SourceBlocks } from './source-blocks.tsx';
import { TranscriptPane } from './transcript-pane.tsx';

/** The transcript as it stands to one point: whether it is open there, and what came when it was asked for. */
export interface TranscriptAt {
  readonly open: boolean;
  readonly look: TranscriptLook | undefined;
  readonly failure: string | undefined;
  readonly again: () => void;
  readonly toggle: () => void;
}

export interface PointSourceProps {
  readonly document: Y.Doc;
  readonly point: string;
  /** Counted from 1. */
  readonly place: number;
  /** Absent where there is no transcript to be looked for. */
  readonly transcript: TranscriptAt | undefined;
}

/** What was taken from a transcript beside a point, and the way to take more. */
export function PointSource({ document, point, place, transcript }: PointSourceProps) {
  const { sources, take, remove } = useJointSources(document, point);
  const opener = useId();
  return (
    <>
      <SourceBlocks place={place} sources={sources} remove={remove} />
      {transcript?.open && (
        <TranscriptPane
          {...{ place, take }}
          look={transcript.look}
          failure={transcript.failure}
          again={transcript.again}
          close={() => {
            transcript.toggle();
            window.document.getElementById(opener)?.focus();
          }}
        />
      )}
      {transcript && (
        <span>
          <Button
            id={opener}
            size="small"
            appearance="subtle"
            icon={<DocumentText16Regular />}
            aria-expanded={transcript.open}
            aria-label={`Look at the transcript for point ${place}`}
            onClick={transcript.toggle}
          >
            Look at the transcript
          </Button>
        </span>
      )}
    </>
  );
}
