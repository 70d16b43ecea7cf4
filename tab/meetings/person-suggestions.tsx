import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Suggestions } from './use-suggestions.ts';

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: '4px 0 0',
    padding: '4px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  option: { padding: '6px 10px', borderRadius: tokens.borderRadiusSmall, cursor: 'pointer' },
  marked: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    color: tokens.colorNeutralForeground1Selected,
    outline: `2px solid ${tokens.colorStrokeFocus2}`,
    outlineOffset: '-2px',
  },
});

/** The people who may be meant behind an `@`. */
export function PersonSuggestions({ list, optionId, offered, marked, take }: Suggestions) {
  const styles = useStyles();
  if (offered.length === 0) return null;
  return (
    <ul id={list} role="listbox" aria-label="People of the meeting" className={styles.list}>
      {offered.map((name, i) => (
        <li
          key={name}
          id={optionId(i)}
          role="option"
          aria-selected={i === marked}
          className={mergeClasses(styles.option, i === marked && styles.marked)}
          // Before the text loses the focus, and the list goes with it.
          onPointerDown={(event) => {
            event.preventDefault();
            take(name);
          }}
        >
          {name}
        </li>
      ))}
    </ul>
  );
}
