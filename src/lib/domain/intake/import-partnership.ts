import type { PartnershipBundle } from './bundle';
import { differing, type Difference } from './differences';
import type { Partnership } from '$lib/domain/measurement/measurement';
import { hasTags, joinTags } from '$lib/domain/measurement/tags';

/** What is here of a partnership itself and what a file holds of it, made one. */

export interface PartnershipJoin {
	/** As it is here with the tags of the file, or else as it is in the file. */
	partnership: Partnership;
	/** Tags of the file that are not here. */
	tags: readonly string[];
	/** What the file notes for who guides alone, where nothing is noted here; null: nothing comes in. */
	privateNote: string | null;
	/** Where both note something: here stays, unless people choose otherwise. */
	differences: readonly Difference[];
}

type Known = Pick<PartnershipBundle, 'partnership' | 'privateNote'>;

/** Nothing that is here goes: its name and its planned day stay, and so does what was noted. */
export function joinPartnership(here: Known | undefined, incoming: Known): PartnershipJoin {
	const { partnership, privateNote: noted = null } = incoming;
	const known = here?.partnership;
	const joined = known ? joinTags(known, partnership) : partnership;
	return {
		partnership: joined,
		tags: (joined.tags ?? []).filter((tag) => !hasTags(known?.tags ?? [], [tag])),
		privateNote: here?.privateNote === undefined ? noted : null,
		differences:
			here?.privateNote === undefined || noted === null
				? []
				: differing({ kind: 'privateNote' }, here.privateNote, noted)
	};
}
