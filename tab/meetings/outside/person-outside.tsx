import { Badge, Button, makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { MeetingPersonItem, MinutesLinkItem, SentOutside } from '../../../src/areas/meetings/contract.ts';
import { linkState } from '../../../src/areas/meetings/fields.ts';
import { useApi } from '../../api/api-context.ts';
import { useAct } from '../../api/use-act.ts';
import { Notice } from '../../components/notice.tsx';
import { When } from '../../components/when.tsx';
import { openedText, triesText } from './outside-words.ts';
import { ToldOnce } from './told-once.tsx';

const useStyles = makeStyles({
  person: {
    display: 'grid',
    gap: '8px',
    gridTemplateColumns: 'minmax(0, 1fr)',
    justifyItems: 'start',
    overflowWrap: 'anywhere',
  },
  head: { display: 'flex', flexWrap: 'wrap', gap: '4px 8px', alignItems: 'center' },
  name: { fontWeight: tokens.fontWeightSemibold },
  detail: { margin: 0, color: tokens.colorNeutralForeground2 },
  facts: { display: 'flex', flexWrap: 'wrap', gap: '4px 24px', margin: 0 },
  fact: { '& dd': { margin: 0 }, '& dt': { color: tokens.colorNeutralForeground2 } },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

export interface PersonOutsideProps {
  readonly meeting: string;
  readonly person: MeetingPersonItem;
  /** Theirs, the latest first. */
  readonly links: readonly MinutesLinkItem[];
}

/** Somebody of another agency, the link that they were sent last, and what can be done about it. */
export function PersonOutside({ meeting, person, links }: PersonOutsideProps) {
  const styles = useStyles();
  const api = useApi();
  const queries = useQueryClient();
  const [told, setTold] = useState<SentOutside>();
  const decided = () => queries.invalidateQueries({ queryKey: ['minutes', meeting, 'outside'] });
  const send = useAct<{ readonly invitation: string }>({
    send: (request) => api.sendOutside(meeting, request).then(setTold),
    decided,
  });
  const end = useAct<{ readonly link: string }>({
    send: ({ link, ...request }) => api.revokeLink(meeting, link, request).then(() => setTold(undefined)),
    decided,
  });
  const [link] = links;
  const works = link?.state === 'works';
  // Until the list is fetched anew it names the link before: who ends that is told it is over, while the new one works.
  const busy = send.sending || end.sending;
  const failure = send.failure ?? end.failure;
  const buttons = useRef<HTMLSpanElement>(null);
  const passedOn = () => {
    setTold(undefined);
    // What was pressed is gone with what it stood in.
    buttons.current?.querySelector('button')?.focus();
  };
  return (
    <li className={styles.person}>
      <span className={styles.head}>
        <bdi className={styles.name}>{person.name}</bdi>
        {person.agencyName !== undefined && <span className={styles.detail}>{person.agencyName}</span>}
        {link && (
          <Badge appearance="tint" color={works ? 'success' : 'informative'}>
            {works ? 'Link works' : `Link: ${(linkState[link.state] ?? link.state).toLowerCase()}`}
          </Badge>
        )}
      </span>
      {link && <Facts link={link} />}
      {told && <ToldOnce key={told.link} sent={told} name={person.name} done={passedOn} />}
      <span ref={buttons} className={styles.buttons}>
        <Button
          size="small"
          disabledFocusable={busy}
          aria-label={`${works ? 'Send a new link' : 'Send by link'} to ${person.name}`}
          onClick={() => send.press({ invitation: person.id })}
        >
          {send.sending ? 'Making the link…' : works ? 'Send a new link' : 'Send by link'}
        </Button>
        {link?.mayRevoke === true && (
          <Button
            size="small"
            disabledFocusable={busy}
            aria-label={`End the link of ${person.name}`}
            onClick={() => end.press({ link: link.id })}
          >
            {end.sending ? 'Ending…' : 'End the link'}
          </Button>
        )}
      </span>
      {works && !told && <p className={styles.detail}>A new link ends this one.</p>}
      {failure && <Notice intent="error">{failure.message}</Notice>}
    </li>
  );
}

function Facts({ link }: { readonly link: MinutesLinkItem }) {
  const styles = useStyles();
  const { state, sentAt, sentByName, expiresAt, opened, openedAt, triesLeft } = link;
  return (
    <dl className={styles.facts}>
      <div className={styles.fact}>
        <dt>Made by {sentByName}</dt>
        <dd>
          <When instant={sentAt} />
        </dd>
      </div>
      <div className={styles.fact}>
        <dt>Opened</dt>
        <dd>{openedText(opened)}</dd>
        {openedAt !== undefined && (
          <dd>
            <When instant={openedAt} />
          </dd>
        )}
      </div>
      {state === 'works' && (
        <div className={styles.fact}>
          <dt>Works until</dt>
          <dd>
            <When instant={expiresAt} />
          </dd>
        </div>
      )}
      {triesText(triesLeft) !== undefined && (
        <div className={styles.fact}>
          <dt>Wrong codes</dt>
          <dd>{triesText(triesLeft)}</dd>
        </div>
      )}
    </dl>
  );
}
