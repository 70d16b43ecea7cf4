import { seedDemonstration } from './seed.ts';
import { seedFiles, type SeedFilesParts } from './seed-files.ts';
import { layPapers } from './seed-papers.ts';

/** Makes the demonstration’s trust with its files, and lays before a meeting what was laid; goes on where a start was cut off. */
export async function seedWhole(parts: SeedFilesParts, size: 'whole' | 'small'): Promise<void> {
  await seedDemonstration(parts, size, 'resume');
  await seedFiles(parts);
  // Papers lie before meetings, which the small trust does not have.
  if (size === 'whole') await layPapers(parts);
}
