import { t } from '$lib/domain/language/say';
import { counted } from '$lib/domain/words/counting-words';
import { named } from '$lib/storage/place';
import { onChange, type Change } from '$lib/storage/changes';
import { beforeNewerVersion } from '$lib/storage/connection/make-way';
import { settleEverything } from '$lib/state/saving/save-queue';
import { forget, recall, remember } from '$lib/state/tab-memory';

/** Kept for this tab until someone has read it: the page may load again in between. */
const KEY = named('hersteld');

/** What the device did by itself, and people must know. */
export class DeviceNotices {
	/** In Dutch; empty when there is nothing to say. */
	restored = $state('');
	/** Whether a newer version of the app has taken over in another tab: this one only reads. */
	overtaken = $state(false);

	/** @returns a function that stops */
	follow(): () => void {
		this.restored = recall(KEY) ?? '';
		const stopListening = onChange((change) => this.#hear(change));
		const stopMakingWay = beforeNewerVersion(settleEverything);
		const onShow = (event: PageTransitionEvent) => {
			if (event.persisted) void reload();
		};
		window.addEventListener('pageshow', onShow);
		return () => {
			stopListening();
			stopMakingWay();
			window.removeEventListener('pageshow', onShow);
		};
	}

	dismiss(): void {
		this.restored = '';
		forget(KEY);
	}

	#hear(change: Change): void {
		if (change.kind === 'overtaken') this.overtaken = true;
		if (change.kind !== 'restored') return;
		this.restored = restoredWords(change);
		remember(KEY, this.restored);
		// What came back while this page was open is not on it yet.
		if (change.whileOpen) void reload();
	}
}

/**
 * A page that comes back from the browser's memory, or whose data changed under it, begins anew; what cannot
 * be stored stays on the screen.
 */
async function reload(): Promise<void> {
	try {
		await settleEverything();
		location.reload();
	} catch {
		// The line under the answers says that they are not stored, and why.
	}
}

function restoredWords({ measurements }: Extract<Change, { kind: 'restored' }>): string {
	// On the phone of a participant, which says it in the language of the questionnaire.
	if (measurements === 0)
		return t`De gegevens in deze browser waren weg of beschadigd. De antwoorden komen terug uit de reservekopie op dit toestel. Kijk na of alles er is.`;
	const what = counted(measurements, 'meting', 'metingen');
	const come = measurements > 1 ? 'komen' : 'komt';
	return `De gegevens in deze browser waren weg of beschadigd. ${what} ${come} terug uit de reservekopie op dit toestel. Kijk na of alles er is, en bewaar een back-up bij Gegevens.`;
}

/** The one of this tab. */
export const deviceNotices = new DeviceNotices();
