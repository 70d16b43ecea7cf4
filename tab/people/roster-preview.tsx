import { Button, Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { ApplyRequest, HeldRoster, PlannedAnswer, RosterDesk } from '../../src/areas/people/contract.ts';
import { rosterSource } from '../../src/areas/people/fields.ts';
import { useApi } from '../api/api-context.ts';
import { useAct } from '../api/use-act.ts';
import { useAnnounce } from '../components/announcer.tsx';
import { Card } from '../components/card.tsx';
import { Notice } from '../components/notice.tsx';
import { ChangeList } from './change-list.tsx';
import { RosterFaults } from './roster-faults.tsx';

const useStyles = makeStyles({
  card: { padding: '16px 20px', display: 'grid', gap: '12px', gridTemplateColumns: 'minmax(0, 1fr)' },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    ':focus': { outlineStyle: 'none' },
  },
  text: { margin: 0 },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  label: { color: tokens.colorNeutralForeground1 },
  many: {
    display: 'grid',
    gap: '8px',
    borderLeft: `4px solid ${tokens.colorPaletteDarkOrangeBorder2}`,
    paddingLeft: '12px',
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

export interface RosterPreviewProps {
  readonly preview: PlannedAnswer & HeldRoster;
  /** It was begun, or is not wanted any more. */
  readonly close: () => void;
}

/** What a roster would change, and the button that does it. */
export function RosterPreview({ preview, close }: RosterPreviewProps) {
  const styles = useStyles();
  const api = useApi();
  const queries = useQueryClient();
  const announce = useAnnounce();
  const heading = useRef<HTMLHeadingElement>(null);
  const [sure, setSure] = useState(false);
  const [tried, setTried] = useState(false);
  const { held, school, source, format, counts, confirm } = preview;
  const nothing = Object.values(counts).every(({ created, changed, left }) => created + changed + left === 0);
  const title = nothing ? 'Nothing would change' : `This would change at ${school.name}`;
  useEffect(() => {
    heading.current?.focus();
    announce(title);
  }, [announce, title, held]);
  const take = (desk: RosterDesk) => {
    queries.setQueryData(['roster'], desk);
    close();
  };
  const act = useAct<Omit<ApplyRequest, 'form'>>({
    send: (request) => api.applyRoster(request).then(take),
    decided: () => queries.invalidateQueries({ queryKey: ['roster'] }),
  });
  const discard = () => {
    void api.discardRoster({ held }).then(take, close);
  };
  const press = () => {
    setTried(true);
    if (!confirm || sure) act.press({ held, ...(confirm && { leaving: confirm.leaving }) });
  };
  return (
    <>
      <Card className={styles.card} aria-labelledby="roster-preview">
        <h2 ref={heading} tabIndex={-1} className={styles.title} id="roster-preview">
          {title}
        </h2>
        <p className={styles.quiet}>
          {source === 'files' ? `Read as ${format}.` : `${rosterSource[source]}.`} Nothing is changed until you press
          “Import”.
        </p>
        {nothing && (
          <p className={styles.text}>Lantern has everybody as this roster says. There is nothing to import.</p>
        )}
        <ChangeList {...preview} />
        {confirm && (
          <div className={styles.many}>
            <p className={styles.text}>
              That is more children than usually leave between two imports. A roster that was cut off, or another
              school’s, looks the same. Who leaves stays findable, and their records stay.
            </p>
            <Checkbox
              checked={sure}
              onChange={(_, { checked }) => setSure(checked === true)}
              label={
                <span
                  className={styles.label}
                >{`${confirm.leaving} of the ${confirm.of} children on the roll have left ${school.name}`}</span>
              }
            />
            {tried && !sure && (
              <Notice intent="error">Tick the box if they have left. If not, choose the right roster.</Notice>
            )}
          </div>
        )}
        {act.failure && <Notice intent="error">{act.failure.message}</Notice>}
        <div className={styles.buttons}>
          {!nothing && (
            <Button appearance="primary" disabledFocusable={act.sending} onClick={press}>
              {act.sending ? 'Beginning…' : 'Import'}
            </Button>
          )}
          <Button onClick={discard}>{nothing ? 'Choose another roster' : 'Do not import'}</Button>
        </div>
      </Card>
      <RosterFaults faults={preview.faults} />
    </>
  );
}
