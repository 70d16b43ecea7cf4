import { makeStyles, tokens } from '@fluentui/react-components';
import type { ConcernItem } from '../../src/areas/concerns/contract.ts';
import { ChildName } from '../components/child-name.tsx';
import { HiddenText } from '../components/hidden-text.tsx';
import { RowLink } from '../components/row-link.tsx';

const useStyles = makeStyles({
  read: { fontWeight: tokens.fontWeightRegular },
  unread: { fontWeight: tokens.fontWeightBold },
});

/** The child's name as the link of a concern's line; bold while it holds something that one has not opened yet. */
export function ConcernLink({ concern }: { readonly concern: ConcernItem }) {
  const styles = useStyles();
  return (
    <RowLink to={`/concerns/${concern.id}`}>
      {concern.unread && <HiddenText>Unread: </HiddenText>}
      <ChildName className={concern.unread ? styles.unread : styles.read} name={concern.child} />
    </RowLink>
  );
}
