import { makeStyles, tokens } from '@fluentui/react-components';
import { Answer, type AnswerProps, type Asked } from './answer.tsx';
import { PanelHead } from './panel-head.tsx';
import { WayBack, type PageBetween } from './way-back.tsx';

const useStyles = makeStyles({
  text: { margin: '0 0 12px', color: tokens.colorNeutralForeground2, maxWidth: '68ch' },
});

interface AskedForList<T> extends Asked<T> {
  readonly dataUpdatedAt: number;
  readonly refetch: () => Promise<{ readonly isSuccess: boolean }>;
}

export interface ListPageProps<T> extends Omit<AnswerProps<T>, 'rows'> {
  readonly query: AskedForList<T>;
  readonly title: string;
  /** The page from which one comes here, where that is not the first. */
  readonly between?: PageBetween;
  /** What stands here, said before it. */
  readonly text?: string;
}

/** A page that is a list: the way back, what it is, how fresh it is, and what came. */
export function ListPage<T>({ query, title, between, text, loading, children }: ListPageProps<T>) {
  const styles = useStyles();
  return (
    <>
      <WayBack current={title} {...(between && { between })} />
      <main>
        <PanelHead
          title={title}
          updatedAt={query.dataUpdatedAt}
          refresh={async () => (await query.refetch()).isSuccess}
        />
        {text !== undefined && <p className={styles.text}>{text}</p>}
        <Answer query={query} loading={loading} rows={5}>
          {children}
        </Answer>
      </main>
    </>
  );
}
