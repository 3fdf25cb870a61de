import type { PartnershipBundle } from '$lib/domain/intake/bundle';
import type { Incoming } from '$lib/storage/bundles/plan-import';

/** Partnerships that come in without a file, with what the app found wrong with their measurements. */
export function incomingOf(bundles: readonly PartnershipBundle[], problems: [string, string][] = []): Incoming {
	return {
		count: bundles.length,
		partnership: (index) => {
			const bundle = bundles[index];
			if (!bundle) throw new RangeError(`No partnership ${index}`);
			return Promise.resolve({ ...bundle, problems: new Map(problems) });
		},
		questionnaires: [],
		drafts: [],
		unsound: new Map()
	};
}
