import { Tab, TabList, makeStyles } from '@fluentui/react-components';
import { useNavigate } from 'react-router';

export type DeskTab = 'concerns' | 'reports';

const paths: Readonly<Record<DeskTab, string>> = { concerns: '/', reports: '/reports' };

const useStyles = makeStyles({ tabs: { marginLeft: '-10px', '@media print': { display: 'none' } } });

/** The two views of somebody who answers for concerns: everyone's, and their own reports. */
export function DeskTabs({ selected }: { readonly selected: DeskTab }) {
  const styles = useStyles();
  const navigate = useNavigate();
  return (
    <TabList
      className={styles.tabs}
      selectedValue={selected}
      onTabSelect={(_, { value }) => void navigate(paths[value as DeskTab])}
    >
      <Tab value="concerns" id="tab-concerns">
        Concerns
      </Tab>
      <Tab value="reports" id="tab-reports">
        My reports
      </Tab>
    </TabList>
  );
}
