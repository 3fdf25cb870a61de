declare module 'virtual:tafel' {
	import type { Tafel } from '../../../src/lib/charts/tafel/tafel-data';

	export const tafel: Tafel;
	export const kind: 'page' | 'hall';
}
