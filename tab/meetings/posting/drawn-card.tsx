import { makeStyles, tokens } from '@fluentui/react-components';
import { AdaptiveCard, HostConfig } from 'adaptivecards';
import { useEffect, useRef } from 'react';

const useStyles = makeStyles({
  card: {
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    overflowWrap: 'anywhere',
    padding: '4px',
    '& button': {
      font: 'inherit',
      color: tokens.colorNeutralForeground1,
      backgroundColor: tokens.colorNeutralBackground1,
      border: `1px solid ${tokens.colorNeutralStroke1}`,
      borderRadius: tokens.borderRadiusMedium,
      padding: '5px 12px',
      margin: '2px',
    },
    '& .ac-adaptiveCard': { outlineStyle: 'none' },
  },
});

/** Colours of the theme that is on; as variables, so that they follow it. */
const text = { default: 'var(--colorNeutralForeground1)', subtle: 'var(--colorNeutralForeground2)' };
const foregroundColors = {
  default: text,
  accent: text,
  dark: text,
  light: text,
  good: text,
  warning: text,
  attention: text,
};
const on = (background: string) => ({ backgroundColor: `var(--color${background})`, foregroundColors });
const look = {
  fontFamily: 'inherit',
  containerStyles: {
    default: on('NeutralBackground1'),
    emphasis: on('NeutralBackground3'),
    accent: on('BrandBackground2'),
    good: on('StatusSuccessBackground1'),
    warning: on('StatusWarningBackground1'),
    attention: on('StatusDangerBackground1'),
  },
  actions: { maxActions: 6, actionAlignment: 'left' },
  spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 12 },
  separator: { lineThickness: 1, lineColor: 'var(--colorNeutralStroke2)' },
};

/** Lantern's own words carry escapes that Teams takes out; nothing is read as Markdown here, so they are taken out first. */
const unescaped = (card: object): unknown =>
  JSON.parse(JSON.stringify(card), (key, value: unknown) =>
    typeof value === 'string' && (key === 'text' || key === 'value' || key === 'title')
      ? value.replaceAll(/\\([!-/:-@[-`{-~])/g, '$1')
      : value,
  );

/** An Adaptive Card as Teams draws it, to look at: its buttons do nothing, and a keyboard passes them by. */
export function DrawnCard({ card, label }: { readonly card: object; readonly label: string }) {
  const styles = useStyles();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const here = place.current;
    if (!here) return;
    const drawn = new AdaptiveCard();
    drawn.hostConfig = new HostConfig(look);
    AdaptiveCard.onProcessMarkdown = (_text, result) => {
      result.didProcess = false;
    };
    drawn.parse(unescaped(card));
    const element = drawn.render();
    here.replaceChildren(...(element ? [element] : []));
    for (const button of here.querySelectorAll('button')) button.disabled = true;
    // The library leaves out how deep a heading lies; the post lies under a heading of the page.
    for (const heading of here.querySelectorAll('[role=heading]')) heading.setAttribute('aria-level', '4');
    for (const focusable of here.querySelectorAll('[tabindex]')) focusable.removeAttribute('tabindex');
  }, [card]);
  return <div ref={place} className={styles.card} role="figure" aria-label={label} />;
}
