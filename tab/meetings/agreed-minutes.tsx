import { Badge, makeStyles, tokens } from '@fluentui/react-components';
import type { AgendaItem, MinuteAddendumItem, MinuteItem } from '../../src/areas/meetings/contract.ts';
import { agendaState, minuteTexts } from '../../src/areas/meetings/fields.ts';
import { Card } from '../components/card.tsx';
import { When } from '../components/when.tsx';
import { Sheet } from '../people/sheet.tsx';
import { PointText } from './point-text.tsx';

const useStyles = makeStyles({
  point: {
    display: 'grid',
    gap: '10px',
    gridTemplateColumns: 'minmax(0, 1fr)',
    justifyItems: 'start',
    padding: '16px 20px',
  },
  title: {
    display: 'flex',
    gap: '8px',
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  texts: { display: 'grid', gap: '10px', margin: 0 },
  label: { color: tokens.colorNeutralForeground2 },
  words: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  addenda: { display: 'grid', gap: '12px', listStyleType: 'none', margin: 0, padding: 0 },
  detail: { color: tokens.colorNeutralForeground2 },
});

type Text = keyof typeof minuteTexts;
const texts = Object.keys(minuteTexts) as readonly Text[];

/** The agreed minutes in the order of the agenda. What is longer than one record is read as one text. */
export function AgreedMinutes({
  points,
  agenda,
}: {
  readonly points: readonly MinuteItem[];
  readonly agenda: readonly AgendaItem[];
}) {
  const styles = useStyles();
  const ids = [...new Set(points.map(({ pointId }) => pointId))];
  return ids.map((id) => {
    const parts = points.filter(({ pointId }) => pointId === id);
    const item = agenda.find((one) => one.id === id);
    const place = agenda.findIndex((one) => one.id === id) + 1;
    return (
      <Card key={id} className={styles.point} aria-labelledby={`point-${id}`}>
        <h2 className={styles.title} id={`point-${id}`}>
          {place > 0 && <span>{place}.</span>}
          {item ? <PointText item={item} /> : `Point ${parts[0]?.number ?? ''}`}
        </h2>
        {item && item.state !== 'open' && (
          <Badge appearance="tint" color={item.state === 'decided' ? 'success' : 'informative'}>
            {agendaState[item.state] ?? item.state}
          </Badge>
        )}
        <dl className={styles.texts}>
          {texts.map((text) => {
            const words = parts.map((part) => part[text] ?? '').join('');
            return (
              words !== '' && (
                <div key={text}>
                  <dt className={styles.label}>{minuteTexts[text]}</dt>
                  <dd className={styles.words} dir="auto">
                    {words}
                  </dd>
                </div>
              )
            );
          })}
        </dl>
      </Card>
    );
  });
}

/** What was added after the minutes had been agreed. */
export function MinuteAddenda({ addenda }: { readonly addenda: readonly MinuteAddendumItem[] }) {
  const styles = useStyles();
  // Parts of one addendum were written by one act, and bear its moment.
  const keys = [...new Set(addenda.map(({ writtenAt, writtenByName }) => `${writtenAt} ${writtenByName}`))];
  if (keys.length === 0) return null;
  return (
    <Sheet id="addenda" title={`Addenda (${keys.length})`}>
      <ul className={styles.addenda} aria-labelledby="addenda">
        {keys.map((key) => {
          const parts = addenda.filter(({ writtenAt, writtenByName }) => `${writtenAt} ${writtenByName}` === key);
          const [first] = parts;
          return (
            <li key={key}>
              <span className={styles.detail}>
                <bdi>{first?.writtenByName}</bdi>, <When instant={first?.writtenAt ?? ''} />
              </span>
              <p className={styles.words} dir="auto">
                {parts.map(({ words }) => words).join('')}
              </p>
            </li>
          );
        })}
      </ul>
    </Sheet>
  );
}
