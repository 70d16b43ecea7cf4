import { makeStyles, tokens } from '@fluentui/react-components';
import type { OutsideItem } from '../../src/areas/concerns/contract.ts';
import { concernFields } from '../../src/areas/concerns/fields.ts';
import { useChildName } from '../components/child-name.tsx';
import { FiledMark } from '../components/filed-mark.tsx';
import { When } from '../components/when.tsx';
import { fieldText } from './field-text.ts';
import { namesAChild } from './names-a-child.ts';

const useStyles = makeStyles({
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  head: { display: 'flex', flexWrap: 'wrap', gap: '4px 16px', color: tokens.colorNeutralForeground2 },
  list: { margin: '6px 0 0', display: 'grid', gap: '6px' },
  label: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  value: { margin: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
});

const titles = {
  changed: 'Changed outside Lantern',
  removed: 'Deleted in SharePoint',
  restored: 'Put back in SharePoint',
  granted: 'Role given outside Lantern',
  untaken: 'Row typed into SharePoint',
} as const;

/** One thing that was done past Lantern: what, where, by whom as SharePoint says, and both values. */
export function OutsideEntry({ item }: { readonly item: OutsideItem }) {
  const styles = useStyles();
  const shown = useChildName();
  const names = namesAChild(item.field);
  const values = [
    ['From', textOf(item, item.was)],
    ['To', textOf(item, item.is)],
  ] as const;
  return (
    <li>
      <h3 className={styles.title}>{titleOf(item)}</h3>
      <span className={styles.head}>
        <span>{item.by === undefined ? 'SharePoint does not say by whom' : <bdi>{item.by}</bdi>}</span>
        <When instant={item.at} />
        {item.filed !== 'filed' && <FiledMark filed={item.filed} />}
      </span>
      {item.field !== undefined && (
        <dl className={styles.list}>
          {values.map(([label, value]) => (
            <div key={label}>
              <dt className={styles.label}>{label}</dt>
              <dd className={styles.value} dir="auto">
                {names ? shown(value) : value}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}

function titleOf({ what, record, list, fieldLabel }: OutsideItem): string {
  const granted = what === 'granted' && record === 'caseAccess';
  const parts = [
    granted ? 'Who may see it was changed outside Lantern' : titles[what],
    fieldLabel && `: ${fieldLabel}`,
    record !== 'concern' && ` (${list})`,
  ];
  return parts.filter((part) => typeof part === 'string').join('');
}

/** The fields of a concern are said in its own words; those of what belongs to it as they stand in the list. */
function textOf({ record, field = '' }: OutsideItem, value: string | undefined): string {
  return fieldText(record === 'concern' ? concernFields : {}, field, value ?? null);
}
