declare module 'virtual:tafel' {
	import type { Tafel } from '../../../src/lib/charts/tafel/tafel-data';

	const tafel: Tafel;
	export default tafel;
}
