import { makeStyles, tokens } from '@fluentui/react-components';
import type { RenderedContribution } from '../../src/areas/meetings/contract.ts';
import { contributionFields, familySaw as saw } from '../../src/areas/meetings/fields.ts';
import { schoolDate } from '../actions/school-date.ts';

const useStyles = makeStyles({ line: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' } });

/** That what the school brings was given, of each child of the meeting; nothing of its words. */
export function GivenContributions({ items }: { readonly items: readonly RenderedContribution[] }) {
  const styles = useStyles();
  return items.map(({ childName, on, byName, familySaw }, i) => (
    <p key={i} className={styles.line}>
      The school’s contribution about <bdi>{childName}</bdi>: given on {schoolDate(on)}, by <bdi>{byName}</bdi>.
      {familySaw !== undefined && ` ${contributionFields.familySaw.label}: ${saw[familySaw].toLowerCase()}.`}
    </p>
  ));
}
