import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import type { ChildPage as Page } from '../../src/areas/people/contract.ts';
import { useApi } from '../api/api-context.ts';
import { ChildName, useChildName } from '../components/child-name.tsx';
import { Answer, shownOf } from '../components/answer.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { PrintButton } from '../components/print-button.tsx';
import { PrintHead } from '../components/print-head.tsx';
import { usePrint } from '../components/use-print.ts';
import { WayBack } from '../components/way-back.tsx';
import { yearText } from '../concerns/year-text.ts';
import { ChildConcernsSheet } from './child-concerns-sheet.tsx';
import { ChildDetails } from './child-details.tsx';
import { ContactsSheet } from './contacts-sheet.tsx';
import { FamilySheet } from './family-sheet.tsx';
import { childQuery } from './queries.ts';
import { SameChildSheet } from './same-child-sheet.tsx';
import { Sheet } from './sheet.tsx';

const useStyles = makeStyles({
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between', gap: '4px 16px' },
  line: { margin: 0, color: tokens.colorNeutralForeground2 },
  body: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 5fr) minmax(0, 3fr)',
    gap: '16px',
    alignItems: 'start',
    paddingTop: '16px',
    '@media (max-width: 859px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  column: { display: 'grid', gap: '16px', gridTemplateColumns: 'minmax(0, 1fr)' },
});

/** One child: who they are, who belongs to them, and what was reported. Opening it is a look, journalled by the server. */
export function ChildPage() {
  const { id = '' } = useParams();
  const nameOf = useChildName();
  const query = useQuery(childQuery(useApi(), id));
  const shown = shownOf(query);
  return (
    <>
      <WayBack current={shown ? nameOf(shown.child.name) : 'Child'} />
      <main>
        <PageHeading>{shown ? <ChildName name={shown.child.name} press /> : 'Child'}</PageHeading>
        <Answer query={query} loading="Opening the child’s page" rows={8}>
          {(page) => <Parts key={id} page={page} />}
        </Answer>
      </main>
    </>
  );
}

function Parts({ page }: { readonly page: Page }) {
  const styles = useStyles();
  const api = useApi();
  const { child, schools } = page;
  const print = usePrint(() => api.printChild(child.id));
  const school = schools.find(({ id }) => id === child.school)?.name ?? '';
  const where = [yearText(child.yearGroup), `form ${child.formGroup}`, school].join(' · ');
  return (
    <>
      <PrintHead what="a child’s page" printed={print.answer} />
      <div className={styles.head}>
        <p className={styles.line}>{child.leftAt === undefined ? where : `Has left. Was in ${where}`}</p>
        <PrintButton act={print} label="Print this page" />
      </div>
      <div className={styles.body}>
        <div className={styles.column}>
          <SameChildSheet child={child} same={page.same} />
          <ChildConcernsSheet id={child.id} />
          <ContactsSheet contacts={child.contacts} />
        </div>
        <div className={styles.column}>
          <FamilySheet {...page} />
          <Sheet id="details" title="Details">
            <ChildDetails child={child} school={school} />
          </Sheet>
        </div>
      </div>
    </>
  );
}
