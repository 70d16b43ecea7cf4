import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { TrustStaffFound } from '../../src/areas/roles/contract.ts';
import { useApi } from '../api/api-context.ts';
import { useAnnounce } from '../components/announcer.tsx';
import { LookUpField } from '../components/look-up-field.tsx';
import { Notice } from '../components/notice.tsx';

type Found = TrustStaffFound['items'];

const useStyles = makeStyles({
  parts: { display: 'grid', gap: '8px', gridTemplateColumns: 'minmax(0, 1fr)' },
  note: { color: tokens.colorNeutralForeground2 },
});

/** Somebody who works at another school of the trust, by the whole name. */
export function TrustStaffByName({ found }: { readonly found: (people: Found) => void }) {
  const styles = useStyles();
  const api = useApi();
  const announce = useAnnounce();
  const [looking, setLooking] = useState(false);
  const [note, setNote] = useState<string>();
  const [failure, setFailure] = useState<string>();
  const tell = (text: string | undefined) => {
    setNote(text);
    if (text !== undefined) announce(text);
  };
  const lookUp = async (words: string) => {
    if (looking || words === '') return;
    setLooking(true);
    setFailure(undefined);
    tell(undefined);
    try {
      const { items } = await api.lookUpTrustStaff({ words });
      found(items);
      tell(noteOf(items));
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    } finally {
      setLooking(false);
    }
  };
  return (
    <div className={styles.parts}>
      <LookUpField
        label="Somebody of another school"
        hint="A trust safeguarding lead need not be on the staff list here. Write the name as their own school’s list has it, then “Look up”."
        most={255}
        looking={looking}
        lookUp={(words) => void lookUp(words)}
      />
      {note !== undefined && <span className={styles.note}>{note}</span>}
      {failure !== undefined && <Notice intent="error">{failure}</Notice>}
    </div>
  );
}

function noteOf([first, ...more]: Found): string {
  if (!first) return 'Nobody of this whole name is on a staff list of the trust.';
  return more.length === 0 ? `${first.name} is chosen.` : 'Several bear this name. Choose the one who is meant above.';
}
