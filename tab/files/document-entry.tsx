import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownload20Regular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import type { DocumentItem } from '../../src/areas/files/contract.ts';
import { documentKind, documentSource, documentState } from '../../src/areas/files/fields.ts';
import { useApi } from '../api/api-context.ts';
import { When } from '../components/when.tsx';
import { LeavingFile } from './leaving-file.tsx';
import { sizeText } from './size-text.ts';

const useStyles = makeStyles({
  entry: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '4px' },
  head: { display: 'flex', flexWrap: 'wrap', gap: '4px 12px', alignItems: 'center', justifyContent: 'space-between' },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  line: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  refused: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  open: { '@media print': { display: 'none' } },
});

/** Where the file itself stands: its scan first, then where it lies. */
function standing({ state, threat, inLibrary, retentionLabel }: DocumentItem): string {
  if (state === 'infected')
    return `${documentState.infected}${threat === undefined ? '' : ` (${threat})`}. Nobody can open it; ask for a clean copy.`;
  if (state === 'missing') return `${documentState.missing}. Add it again.`;
  const where = inLibrary ? 'Filed in SharePoint' : 'Received and safe, not filed yet';
  return [where, documentState[state], retentionLabel && `Label: ${retentionLabel}`].filter(Boolean).join(' · ');
}

/** A document of a concern, and its file for whoever may have it. */
export function DocumentEntry({ item }: { readonly item: DocumentItem }) {
  const styles = useStyles();
  const api = useApi();
  const [asked, setAsked] = useState(false);
  const head = useRef<HTMLDivElement>(null);
  const close = () => {
    setAsked(false);
    // The buttons of the question are gone; a keyboard goes on where it came from.
    head.current?.querySelector('button')?.focus();
  };
  const facts = [
    documentKind[item.kind] ?? item.kind,
    item.madeOn && `of ${item.madeOn.split('-').reverse().join('/')}`,
    item.madeBy && `by ${item.madeBy}`,
    `from: ${documentSource[item.source] ?? item.source}`,
    sizeText(item.size),
    item.cleaned && 'without where it was taken',
  ];
  const refused = item.state === 'infected' || item.state === 'missing';
  return (
    <li className={styles.entry}>
      <div className={styles.head} ref={head}>
        <span className={styles.name} dir="auto">
          {item.name}
        </span>
        {item.open && (
          <Button
            className={styles.open}
            size="small"
            icon={<ArrowDownload20Regular />}
            aria-label={`Download ${item.name}`}
            aria-expanded={asked}
            onClick={() => setAsked(true)}
          >
            Download
          </Button>
        )}
      </div>
      <span className={styles.line}>{facts.filter(Boolean).join(' · ')}</span>
      <span className={refused ? styles.refused : styles.line}>{standing(item)}</span>
      <span className={styles.line}>
        Added by {item.addedBy}, <When instant={item.addedAt} />
      </span>
      {asked && (
        <LeavingFile
          name={item.name}
          mediaType={item.mediaType}
          fetch={() => api.documentFile(item.id)}
          close={close}
        />
      )}
    </li>
  );
}
