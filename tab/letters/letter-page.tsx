import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Checkmark20Regular, Copy20Regular, Mail20Regular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { LetterDetail } from '../../src/areas/letters/contract.ts';
import { schoolDate } from '../actions/school-date.ts';
import { useApi } from '../api/api-context.ts';
import { usePerson } from '../api/person.ts';
import { useAct } from '../api/use-act.ts';
import { useAnnounce } from '../components/announcer.tsx';
import { Card } from '../components/card.tsx';
import { ChildName, useNames } from '../components/child-name.tsx';
import { Answer, shownOf } from '../components/answer.tsx';
import { Notice } from '../components/notice.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { PrintButton } from '../components/print-button.tsx';
import { usePrint } from '../components/use-print.ts';
import { WayBack } from '../components/way-back.tsx';
import { fileText, purposeText, sentText } from './letter-words.ts';
import { letterQuery } from './queries.ts';

const useStyles = makeStyles({
  onScreen: { '@media print': { display: 'none' } },
  facts: {
    display: 'grid',
    gap: '2px',
    margin: '0 0 12px',
    overflowWrap: 'anywhere',
    '@media print': { display: 'none' },
  },
  link: { color: tokens.colorBrandForegroundLink },
  detail: { color: tokens.colorNeutralForeground2 },
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px',
    paddingBottom: '12px',
    '@media print': { display: 'none' },
  },
  sheet: { padding: '28px 32px', maxWidth: '760px', '@media (max-width: 719px)': { padding: '20px' } },
  head: {
    display: 'none',
    margin: '0 0 24px',
    fontWeight: tokens.fontWeightSemibold,
    '@media print': { display: 'block' },
  },
  subject: { margin: '0 0 16px', fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  words: {
    margin: 0,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase400,
  },
});

/** One letter as it was sent. Opening it is a look, journalled by the server. */
export function LetterPage() {
  const styles = useStyles();
  const { id = '' } = useParams();
  const query = useQuery(letterQuery(useApi(), id));
  const shown = shownOf(query);
  const between =
    shown?.meeting !== undefined
      ? { label: 'Meeting', path: `/meetings/${shown.meeting}` }
      : shown?.concern !== undefined
        ? { label: shown.concernRef ?? 'Concern', path: `/concerns/${shown.concern}` }
        : undefined;
  return (
    <>
      <WayBack current={shown?.ref ?? 'Letter'} {...(between && { between })} />
      <main>
        <div className={styles.onScreen}>
          <PageHeading>{shown ? purposeText(shown.purpose) : 'Letter'}</PageHeading>
        </div>
        <Answer query={query} loading="Opening the letter" rows={6}>
          {(letter) => <Letter key={letter.id} letter={letter} />}
        </Answer>
      </main>
    </>
  );
}

function Letter({ letter }: { readonly letter: LetterDetail }) {
  const styles = useStyles();
  const api = useApi();
  const { hidden, show } = useNames();
  const person = usePerson();
  const print = usePrint(() => api.printLetter(letter.id));
  const { addressee, addresseeName, agencyName, subject, words, sentByName, sentByRole, reportDueOn, email } = letter;
  return (
    <>
      <div className={styles.facts}>
        <span>
          To {addressee === 'family' ? <ChildName name={addresseeName} /> : <bdi>{addresseeName}</bdi>}
          {agencyName !== undefined && <span className={styles.detail}> · {agencyName}</span>}
        </span>
        <span>
          {sentText(letter)} · <bdi>{sentByName}</bdi>
          {sentByRole !== undefined && <span className={styles.detail}>, {sentByRole}</span>}
        </span>
        {reportDueOn !== undefined && <span>Report asked for by {schoolDate(reportDueOn)}</span>}
        <span className={styles.detail}>
          {fileText(letter)}
          {letter.concern !== undefined && person?.views.includes('concerns') && (
            <>
              {' · '}
              <Link className={styles.link} to={`/concerns/${letter.concern}`}>
                Open the file
              </Link>
            </>
          )}
        </span>
      </div>
      {hidden ? (
        <div className={styles.buttons}>
          <Button onClick={show}>Names are hidden: press to show the letter</Button>
        </div>
      ) : (
        <>
          <div className={styles.buttons}>
            <CopyLetter letter={letter} />
            <PrintButton act={print} label="Print" />
            {email !== undefined && <NeutralMail address={email} />}
          </div>
          <Card className={styles.sheet} aria-labelledby="subject">
            <p className={styles.head}>{person?.school}</p>
            <h2 className={styles.subject} id="subject" dir="auto">
              {subject}
            </h2>
            <p className={styles.words} dir="auto">
              {words}
            </p>
          </Card>
        </>
      )}
    </>
  );
}

/** Copies the letter, after the server has written into the journal that it leaves. Teams may keep a tab from the clipboard. */
function CopyLetter({ letter: { id, words } }: { readonly letter: LetterDetail }) {
  const api = useApi();
  const announce = useAnnounce();
  const [ended, setEnded] = useState<'copied' | 'kept'>();
  const act = useAct<object>({
    async send() {
      await api.printLetter(id);
      const how = await navigator.clipboard.writeText(words).then(
        () => 'copied' as const,
        () => 'kept' as const,
      );
      setEnded(how);
      if (how === 'copied') announce('The letter is copied.');
    },
    decided: async () => undefined,
  });
  return (
    <>
      <Button
        appearance="primary"
        icon={ended === 'copied' ? <Checkmark20Regular /> : <Copy20Regular />}
        disabledFocusable={act.sending}
        onClick={() => act.press({})}
      >
        {ended === 'copied' ? 'Copied' : 'Copy the text'}
      </Button>
      {ended === 'kept' && (
        <Notice intent="warning">
          Teams keeps Lantern from the clipboard here. Select the letter below and copy it.
        </Notice>
      )}
      {act.failure && <Notice intent="error">{act.failure.message}</Notice>}
    </>
  );
}

/** A mail to a professional that says nothing: what it is about goes into no subject and no text of ours. */
function NeutralMail({ address }: { readonly address: string }) {
  const to = encodeURIComponent(address).replace('%40', '@');
  return (
    <Button
      as="a"
      appearance="subtle"
      icon={<Mail20Regular />}
      href={`mailto:${to}?subject=${encodeURIComponent('Letter from school')}`}
    >
      Open a mail to {address}
    </Button>
  );
}
