import { MAX_GUIDE, noLetterhead, type Letterhead, type Logo } from '$lib/domain/measurement/letterhead';
import { changeLetterhead, loadLetterhead } from '$lib/storage/records/settings';
import { followElsewhere } from '$lib/state/saving/follow-elsewhere';
import { SaveQueue, type SaveStatus } from '$lib/state/saving/save-queue';

const LOGO_PLACE = 'logo';
const GUIDE_PLACE = 'guide';

/** The logo and the name on the reports of one partnership; stored at once, each on its own. */
export class ReportLetterhead {
	letterhead = $state.raw<Letterhead>(noLetterhead);
	status = $state<SaveStatus>({ kind: 'idle' });
	readonly #queue = new SaveQueue((status) => (this.status = status), {
		what: 'het logo en de naam van de begeleider voor het verslag',
		file: () => ({ name: 'begeleider-op-het-verslag.txt', text: this.#inWords() })
	});

	private constructor(
		readonly partnershipId: string,
		stored: Letterhead
	) {
		this.letterhead = stored;
	}

	/** @throws StorageError */
	static async open(partnershipId: string): Promise<ReportLetterhead> {
		return new ReportLetterhead(partnershipId, await loadLetterhead(partnershipId));
	}

	/** Shows what is changed meanwhile in another tab. @returns a function that stops */
	follow(): () => void {
		return followElsewhere({
			queue: this.#queue,
			isOurs: ({ kind }) => kind === 'setting' || kind === 'restored',
			read: () => loadLetterhead(this.partnershipId),
			show: (stored) => this.#show(stored)
		});
	}

	/** Null takes it away. */
	chooseLogo(logo: Logo | null): void {
		this.#change(LOGO_PLACE, (letterhead) => ({ ...letterhead, logo }));
	}

	writeGuide(text: string): void {
		const guide = text.slice(0, MAX_GUIDE);
		this.#change(GUIDE_PLACE, (letterhead) => ({ ...letterhead, guide }));
	}

	/** Tries again to store what could not be stored; it was kept meanwhile. */
	retry(): void {
		void this.#queue.writeAll();
	}

	#change(place: string, change: (letterhead: Letterhead) => Letterhead): void {
		this.letterhead = change(this.letterhead);
		this.#queue.put(place, async () => void (await changeLetterhead(this.partnershipId, change)));
	}

	/** For a file that keeps what could not be stored; a picture does not fit in it. */
	#inWords(): string {
		const { guide, logo } = this.letterhead;
		return [guide, ...(logo ? ['Het logo staat hier niet bij. Kies het opnieuw bij het verslag.'] : [])]
			.join('\n')
			.trim();
	}

	/** What this tab still has to store is newer than what was read. */
	#show(stored: Letterhead): void {
		const { logo, guide } = this.letterhead;
		this.letterhead = {
			logo: this.#queue.waitsFor(LOGO_PLACE) ? logo : stored.logo,
			guide: this.#queue.waitsFor(GUIDE_PLACE) ? guide : stored.guide
		};
	}
}
