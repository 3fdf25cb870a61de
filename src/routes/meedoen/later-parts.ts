import type { ParticipantWords } from '$lib/domain/measurement/browser-keeping';

/**
 * What is needed later is fetched while there is still a connection, but nothing before the first statement can be
 * answered; what hands the answers back is in this page itself.
 * @param onkeeping told what this browser may do with the answers, once that is known
 * @param first what goes before all else
 */
export function fetchTheRest(onkeeping: (words: ParticipantWords) => void, first?: () => void): void {
	whenLoaded(() => {
		first?.();
		void import('./own-picture').catch(() => undefined);
		void import('$lib/state/tab/participant-keeping').then(
			async ({ loadParticipantWords }) => onkeeping(await loadParticipantWords()),
			() => undefined
		);
	});
}

/** Who presses on at once has the first statement by then (ms after loading). */
const PRESSED_ON = 400;

function whenLoaded(work: () => void): void {
	const whenIdle = () =>
		setTimeout(() => (typeof requestIdleCallback === 'function' ? requestIdleCallback(work) : work()), PRESSED_ON);
	if (document.readyState === 'complete') whenIdle();
	else window.addEventListener('load', whenIdle, { once: true });
}
