import { z } from 'zod';

const facets = {
  text: z.strictObject({
    allowMultipleLines: z.boolean().default(false),
    appendChangesToExistingText: z.boolean().default(false),
    linesForEditing: z.int().min(0).default(0),
    maxLength: z.int().min(1).max(255).optional(),
    textType: z.enum(['plain', 'richText']).default('plain'),
  }),
  number: z.strictObject({
    decimalPlaces: z.enum(['automatic', 'none', 'one', 'two', 'three', 'four', 'five']).default('automatic'),
    displayAs: z.enum(['number', 'percentage']).default('number'),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
  }),
  boolean: z.strictObject({}),
  choice: z.strictObject({
    allowTextEntry: z.boolean().default(false),
    choices: z.array(z.string()).default([]),
    displayAs: z.enum(['dropDownMenu', 'radioButtons', 'checkBoxes']).default('dropDownMenu'),
  }),
  dateTime: z.strictObject({
    displayAs: z.enum(['default', 'friendly', 'standard']).default('default'),
    format: z.enum(['dateOnly', 'dateTime']).default('dateTime'),
  }),
};

/** The column kinds that the local tenant models. */
export type Kind = keyof typeof facets;
export const kinds = Object.keys(facets) as readonly Kind[];

/** Kinds that Graph knows and the local tenant does not. */
export const otherKinds = [
  'calculated',
  'contentApprovalStatus',
  'currency',
  'geolocation',
  'hyperlinkOrPicture',
  'lookup',
  'personOrGroup',
  'term',
  'thumbnail',
] as const;

/** A column as a caller defines it. https://learn.microsoft.com/graph/api/resources/columndefinition */
export const columnRequest = z.strictObject({
  name: z.string().min(1).max(255),
  displayName: z.string().min(1).max(255).optional(),
  description: z.string().default(''),
  columnGroup: z.string().default('Custom Columns'),
  required: z.boolean().default(false),
  hidden: z.boolean().default(false),
  readOnly: z.boolean().default(false),
  indexed: z.boolean().default(false),
  enforceUniqueValues: z.boolean().default(false),
  /** Concerns the columns of content types; a list's may carry it along. */
  propagateChanges: z.boolean().optional(),
  defaultValue: z.strictObject({ value: z.string() }).optional(),
  text: facets.text.optional(),
  number: facets.number.optional(),
  boolean: facets.boolean.optional(),
  choice: facets.choice.optional(),
  dateTime: facets.dateTime.optional(),
});
export type ColumnRequest = z.output<typeof columnRequest>;

/** A column of a list: `name` is the internal name, fixed for good. */
export interface Column extends Omit<ColumnRequest, 'displayName'> {
  readonly id: string;
  readonly displayName: string;
}

export function kindOf(column: ColumnRequest | Column): Kind {
  return kinds.find((kind) => column[kind] !== undefined) ?? 'text';
}

/** Whether a row may hold several of the column's choices. Only how it is shown says so; there is no other flag. */
export const isMultiple = (column: ColumnRequest | Column) => column.choice?.displayAs === 'checkBoxes';

/** Whether SharePoint can filter, index or make unique what the column holds: several lines or choices it cannot. */
export const isFilterable = (column: ColumnRequest | Column) =>
  column.text?.allowMultipleLines !== true && !isMultiple(column);
