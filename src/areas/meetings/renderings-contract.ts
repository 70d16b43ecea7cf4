import type { actionStatus } from '../actions/fields.ts';
import type { familySaw, meetingKind, minuteTexts } from './fields.ts';

/** How somebody is still told apart in a rendering: by a whole name, by a name that few bear, by a number, an address or a birthday. */
export type NameLeftKind = 'in-full' | 'rare-name' | 'number' | 'address' | 'birthday';
export interface NameLeft {
  readonly kind: NameLeftKind;
  /** Id of the agenda point, or of the addendum, that tells. */
  readonly point: string;
}

/** An action that was agreed under a point, as it stands now. */
export interface RenderedAction {
  readonly id: string;
  readonly what: string;
  readonly ownerName: string;
  /** `YYYY-MM-DD`. */
  readonly dueOn: string;
  readonly status: keyof typeof actionStatus;
}

export type RenderedPoint = {
  /** Of the agenda point. */
  readonly id: string;
  readonly heading: string;
  readonly actions: readonly RenderedAction[];
} & { readonly [K in keyof typeof minuteTexts]?: string };

export interface RenderedAddendum {
  readonly id: string;
  readonly words: string;
  readonly writtenByName: string;
  readonly writtenAt: string;
}

/** That what the school brings about a child of the meeting was given; nothing of its words. */
export interface RenderedContribution {
  readonly childName: string;
  /** `YYYY-MM-DD`. */
  readonly on: string;
  readonly byName: string;
  readonly familySaw?: keyof typeof familySaw;
}

/** Minutes for the case file, or for those who were there. */
export interface WholeRendering {
  readonly kind: keyof typeof meetingKind;
  readonly heading: string;
  /** `YYYY-MM-DD` at the school. */
  readonly heldOn: string;
  readonly points: readonly RenderedPoint[];
  readonly addenda: readonly RenderedAddendum[];
  readonly contributions: readonly RenderedContribution[];
  /** What an independent look finds that it still tells; whoever may not know goes without it. */
  readonly names: readonly NameLeft[];
}

/** What may stand in a channel: decisions and actions, and nobody by name but the staff who act. Nothing in it leads to a record. */
export interface ChannelRendering {
  readonly kind: keyof typeof meetingKind;
  readonly heading: string;
  /** `YYYY-MM-DD` at the school. */
  readonly heldOn: string;
  readonly points: readonly {
    readonly heading: string;
    readonly decision?: string;
    readonly actions: readonly RenderedAction[];
  }[];
}

/** The channel's rendering as it would go out. */
export interface ChannelPreview {
  /** Nothing where meetings of the kind go to no channel at all. */
  readonly rendering?: ChannelRendering;
  /** SHA-256 of the rendering: what was previewed is what is posted. */
  readonly digest?: string;
  /** Points that are left out, because something in them tells who somebody is also after hiding. */
  readonly dropped: readonly NameLeft[];
  readonly names: readonly NameLeft[];
}

/** Agreed minutes in their three renderings. */
export interface Renderings {
  /** As they are. */
  readonly full: WholeRendering;
  /** The children of the meeting are named, every other child of the roll is not. */
  readonly attendees: WholeRendering;
  readonly channel: ChannelPreview;
}

/** A point, or an addendum, of which nothing is shown because it still tells of a child who must not be named. */
export interface LeftOut {
  readonly leftOut: true;
}

/** Agreed minutes for somebody who was there: the words alone. Nothing in it leads to a record. */
export interface AttendeeMinutes {
  readonly ref: string;
  readonly kind: keyof typeof meetingKind;
  /** `YYYY-MM-DD` at the school. */
  readonly heldOn: string;
  readonly points: readonly (
    | (Omit<RenderedPoint, 'id' | 'actions'> & {
        readonly actions: readonly Omit<RenderedAction, 'id'>[];
      })
    | LeftOut
  )[];
  readonly addenda: readonly (Omit<RenderedAddendum, 'id'> | LeftOut)[];
  readonly contributions: readonly RenderedContribution[];
  /** One’s own place among those who were asked: what is acknowledged. */
  readonly invitation: string;
  readonly acknowledgedAt?: string;
  readonly mayAcknowledge: boolean;
}

/** How meetings of one kind go. */
export interface KindFigures {
  readonly kind: keyof typeof meetingKind;
  readonly held: number;
  /** Of the staff, over all of them. */
  readonly asked: number;
  readonly came: number;
  /** Of how many the minutes are agreed, and after how many days: the median. */
  readonly agreed: number;
  readonly daysToAgree?: number;
  /** Actions that came of them and are done or should be, and how many were done by their day. */
  readonly due: number;
  readonly inTime: number;
  /** Reports that were asked for, and how many came by their day; the others came late, or not at all. */
  readonly reports: number;
  readonly reportsInTime: number;
}
export interface MeetingFigures {
  /** `YYYY-MM-DD`: the first day of the school year. */
  readonly from: string;
  readonly kinds: readonly KindFigures[];
}
