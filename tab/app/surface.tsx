import { FluentProvider, RendererProvider, makeStaticStyles, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState, type ReactNode } from 'react';
import { paperStyles } from '../components/print-leave.ts';
import type { createRenderer } from './renderer.ts';
import { colourScheme, fluentTheme } from './theme.ts';

const usePageStyles = makeStaticStyles({ body: { margin: 0 } });
const usePaperStyles = makeStaticStyles(paperStyles);

const useStyles = makeStyles({
  surface: { minHeight: '100vh', backgroundColor: tokens.colorNeutralBackground3 },
  page: {
    maxWidth: '1180px',
    margin: '0 auto',
    padding: '16px 24px 48px',
    '@media (max-width: 719px)': { padding: '12px 12px 32px' },
  },
});

export interface SurfaceProps {
  /** Teams' name for the theme. */
  readonly theme: string;
  /** Tells of each theme that is put on later. */
  readonly onTheme?: ((changed: (theme: string) => void) => void) | undefined;
  readonly renderer: ReturnType<typeof createRenderer>;
  readonly children: ReactNode;
}

/** What every screen lies on: theme, signed styles, and the width of the page. */
export function Surface({ theme: first, onTheme, renderer, children }: SurfaceProps) {
  const [changed, setChanged] = useState<string>();
  const theme = changed ?? first;
  useEffect(() => onTheme?.(setChanged), [onTheme]);
  useEffect(() => {
    document.documentElement.style.colorScheme = colourScheme(theme);
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  return (
    <RendererProvider renderer={renderer} targetDocument={document}>
      <Themed theme={theme}>{children}</Themed>
    </RendererProvider>
  );
}

function Themed({ theme, children }: Pick<SurfaceProps, 'theme' | 'children'>) {
  usePageStyles();
  usePaperStyles();
  const styles = useStyles();
  return (
    <FluentProvider theme={fluentTheme(theme)} className={styles.surface}>
      <div className={styles.page}>{children}</div>
    </FluentProvider>
  );
}
