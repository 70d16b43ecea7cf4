import type { agendaState, agendaWhy, meetingKind } from './fields.ts';

export interface AgendaRequest {
  readonly form: string;
}

export interface AgendaRefreshed {
  readonly added: number;
  readonly dropped: number;
}

export interface ArrangeAgendaRequest {
  readonly form: string;
  /** The whole agenda in its new order; `off` takes a point off for good. */
  readonly points: readonly { readonly id: string; readonly minutes?: number; readonly off?: true }[];
}

export interface AddPointRequest {
  readonly form: string;
  readonly heading: string;
}

/** A point that stands on each agenda of a kind. */
export interface TemplatePoint {
  readonly heading: string;
  readonly minutes?: number;
}

/** What stands on each agenda of a kind at a school from now on. */
export interface AgendaTemplateItem {
  readonly school: string;
  readonly kind: keyof typeof meetingKind;
  readonly points: readonly TemplatePoint[];
  /** Of the school’s own list: its version, who wrote it and when. Absent where Lantern’s holds and always did. */
  readonly version?: number;
  /** Whether the school’s own list holds. */
  readonly own: boolean;
  readonly writtenByName?: string;
  readonly writtenAt?: string;
}

export interface AgendaTemplates {
  readonly items: readonly AgendaTemplateItem[];
}

export interface WriteAgendaTemplateRequest {
  readonly form: string;
  readonly school: string;
  readonly kind: keyof typeof meetingKind;
  /** The version that was seen; 0 where there was none. */
  readonly seen: number;
  /** In their order; absent for going back to Lantern’s list. */
  readonly points?: readonly TemplatePoint[];
}

export interface AgendaItem {
  readonly id: string;
  readonly rev: number;
  readonly number: number;
  readonly why: keyof typeof agendaWhy;
  readonly state: keyof typeof agendaState;
  readonly minutes?: number;
  readonly heading?: string;
  readonly concern?: { readonly id: string; readonly ref: string; readonly childName?: string };
  /** The meeting of the same series that has left it undone. */
  readonly from?: { readonly meeting: string; readonly ref: string; readonly startsAt: string };
  readonly action?: { readonly id: string; readonly what: string; readonly ownerName: string; readonly dueOn: string };
}
