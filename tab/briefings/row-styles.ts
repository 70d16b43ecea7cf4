import { makeStyles, tokens } from '@fluentui/react-components';

/** How the line of a briefing looks in a list. */
export const useRowStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  row: {
    position: 'relative',
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 1.2fr) 150px',
    gap: '4px 16px',
    alignItems: 'start',
    padding: '12px 20px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ':last-child': { borderBottomStyle: 'none' },
    '@media (max-width: 719px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  part: { display: 'grid', gap: '2px', justifyItems: 'start', minWidth: 0, overflowWrap: 'anywhere' },
  detail: { color: tokens.colorNeutralForeground2 },
  head: { margin: '16px 20px 4px', fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  card: { marginBottom: '16px' },
});
