import { startScene, type Scene, type SceneOptions } from './scene.ts';

/**
 * Measures in a scene that is there, or else in one of its own, which ends with the measurement.
 * @param options of its own scene
 * @param how its own scene ends
 */
export async function inScene<T>(
  given: Scene | undefined,
  options: SceneOptions,
  measure: (scene: Scene) => Promise<T>,
  how?: 'at-once',
): Promise<T> {
  if (given) return measure(given);
  const scene = await startScene(options);
  try {
    return await measure(scene);
  } finally {
    await scene.end(how);
  }
}
