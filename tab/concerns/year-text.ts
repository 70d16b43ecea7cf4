/** `9` and `Year 9` both read `Year 9`; other words (Reception, Nursery) stay as they are. */
export const yearText = (yearGroup: string): string => (/^\d+$/.test(yearGroup) ? `Year ${yearGroup}` : yearGroup);
