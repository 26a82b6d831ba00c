import { useKeptHere } from './kept-here';

/** How high a row of a list is, in pixels. CSS and the virtual rows read the same number. The person's, kept in this browser. */
export const DENSITIES = { compact: 28, standard: 32, relaxed: 40 } as const;
export type Density = keyof typeof DENSITIES;

const KEPT = 'quittance.density';

export function useDensity(): [density: Density, choose: (density: Density) => void] {
  const [kept, keep] = useKeptHere(KEPT);
  return [Object.hasOwn(DENSITIES, kept ?? '') ? (kept as Density) : 'standard', keep];
}
