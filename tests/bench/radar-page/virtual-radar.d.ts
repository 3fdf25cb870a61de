declare module 'virtual:radar' {
	import type { OverviewData } from '../../../src/lib/charts/overview/overview-data';

	const data: OverviewData;
	export default data;
}
