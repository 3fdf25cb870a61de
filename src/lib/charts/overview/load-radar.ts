import type { drawRadar } from './radar-chart';

export type DrawRadar = typeof drawRadar;

let loaded: DrawRadar | undefined;

/**
 * What draws a radar, with Chart.js: large, so it is fetched only when one may come.
 * @throws Error when it does not come
 */
export async function loadRadar(): Promise<DrawRadar> {
	loaded ??= (await import('./radar-chart')).drawRadar;
	return loaded;
}

/** The same without waiting, when it was fetched before. */
export function loadedRadar(): DrawRadar | undefined {
	return loaded;
}
