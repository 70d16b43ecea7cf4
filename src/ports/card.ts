/**
 * The part of Adaptive Cards 1.5 that Lantern uses (adaptivecards.microsoft.com/schemas). Teams renders no newer version from a bot.
 * Texts that a person typed go into `RichTextBlock`, which knows no Markdown; `TextBlock` is for Lantern's own words.
 */
export interface Card {
  readonly type: 'AdaptiveCard';
  readonly $schema: 'http://adaptivecards.io/schemas/adaptive-card.json';
  readonly version: '1.5';
  readonly body: readonly CardElement[];
  readonly actions?: readonly CardAction[];
  /** What a screen reader says for the whole card. */
  readonly speak?: string;
  /** Shown by a client that is too old for 1.5. */
  readonly fallbackText?: string;
}

export type CardElement = TextBlock | RichTextBlock | FactSet | Container | ActionSet | TextInput | ChoiceInput;

interface Element {
  readonly id?: string;
  readonly separator?: true;
  readonly spacing?: 'none' | 'small' | 'default' | 'medium' | 'large';
}

type Colour = 'default' | 'accent' | 'good' | 'warning' | 'attention';
type Size = 'small' | 'default' | 'medium' | 'large';

export interface TextBlock extends Element {
  readonly type: 'TextBlock';
  readonly text: string;
  readonly wrap: true;
  readonly weight?: 'bolder';
  readonly size?: Size;
  readonly color?: Colour;
  readonly isSubtle?: true;
  readonly style?: 'heading';
}

export interface TextRun {
  readonly type: 'TextRun';
  readonly text: string;
  readonly weight?: 'bolder';
  readonly size?: Size;
  readonly color?: Colour;
  readonly selectAction?: OpenUrl;
}

export interface RichTextBlock extends Element {
  readonly type: 'RichTextBlock';
  readonly inlines: readonly TextRun[];
}

export interface FactSet extends Element {
  readonly type: 'FactSet';
  readonly facts: readonly { readonly title: string; readonly value: string }[];
}

export interface Container extends Element {
  readonly type: 'Container';
  readonly style?: 'default' | 'emphasis' | 'attention' | 'warning' | 'good' | 'accent';
  readonly items: readonly CardElement[];
}

export interface ActionSet extends Element {
  readonly type: 'ActionSet';
  readonly actions: readonly CardAction[];
}

interface Input {
  readonly id: string;
  /** Read out by a screen reader, and carries the asterisk of a required field. */
  readonly label: string;
  readonly isRequired?: true;
  readonly errorMessage?: string;
  readonly value?: string;
}

export interface TextInput extends Element, Input {
  readonly type: 'Input.Text';
  readonly id: string;
  readonly placeholder?: string;
  readonly isMultiline?: true;
  readonly maxLength?: number;
}

export interface ChoiceInput extends Element, Input {
  readonly type: 'Input.ChoiceSet';
  readonly id: string;
  readonly style: 'expanded' | 'compact';
  readonly choices: readonly { readonly title: string; readonly value: string }[];
}

export type CardAction = Execute | OpenUrl;

/** Universal Action: Teams sends an `adaptiveCard/action` invoke and shows the card that comes back in this one's place. */
export interface Execute {
  readonly type: 'Action.Execute';
  readonly title: string;
  readonly verb: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly style?: 'default' | 'positive' | 'destructive';
  /** `none`: the card's inputs are neither checked nor sent. */
  readonly associatedInputs?: 'auto' | 'none';
}

/** Never built from a person's text. */
export interface OpenUrl {
  readonly type: 'Action.OpenUrl';
  readonly title: string;
  readonly url: string;
}
