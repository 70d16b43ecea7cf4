import { makeStyles, tokens } from '@fluentui/react-components';

/** How the line of a meeting looks in a list. */
export const useRowStyles = makeStyles({
  row: {
    position: 'relative',
    display: 'grid',
    gridTemplateColumns: '140px minmax(0, 2fr) minmax(0, 1.4fr) 168px',
    gap: '4px 16px',
    alignItems: 'start',
    padding: '12px 20px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ':last-child': { borderBottomStyle: 'none' },
    '@media (max-width: 719px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  part: { display: 'grid', gap: '2px', justifyItems: 'start', minWidth: 0, overflowWrap: 'anywhere' },
  time: { fontWeight: tokens.fontWeightSemibold },
  detail: { color: tokens.colorNeutralForeground2 },
});
