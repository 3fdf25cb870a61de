import { WAYS, type Measurement, type Way } from '$lib/domain/measurement/measurement';

/** The two steps of the path that stand on the desk. */
export type DeskStep = 'prepare' | 'answer';

const asked: Record<string, DeskStep> = { klaarzetten: 'prepare', antwoorden: 'answer' };

/**
 * The step that the desk shows: the one of the address, else setting out while nothing is in. What is closed shows that
 * its answers are in, whatever the address says.
 * @param address `stap` in the address
 */
export function deskStep(
	{ status }: Pick<Measurement, 'status'>,
	address: string | null,
	anythingIn: boolean
): DeskStep {
	if (status === 'closed') return 'answer';
	return asked[address ?? ''] ?? (anythingIn ? 'answer' : 'prepare');
}

/**
 * The way that the desk puts first: what it was made for, else what is used already, and a phone while nothing is.
 */
export function firstWay({ ways, privacy }: Pick<Measurement, 'ways' | 'privacy'>, madeFor: Way | undefined): Way {
	const possible = WAYS.filter((way) => way !== 'together' || privacy.mode === 'open');
	if (madeFor && possible.includes(madeFor)) return madeFor;
	if (ways.length === 0 || ways.includes('phone')) return 'phone';
	return possible.find((way) => ways.includes(way)) ?? 'phone';
}

const headings: Record<DeskStep, Record<Way, string>> = {
	prepare: {
		together: 'Zet het grote scherm klaar',
		phone: 'Toon de QR-code in de zaal',
		device: 'Zet het toestel klaar',
		paper: 'Leg de formulieren klaar'
	},
	answer: {
		together: 'Vul samen in',
		phone: 'Scan wie klaar is',
		device: 'Geef het toestel door',
		paper: 'Typ de bladen over'
	}
};

/**
 * What the facilitator does in this step, the heading of the desk.
 * @param everyone whether nobody is waited for any more
 * @param letterbox whether phones drop their answers in one
 */
export function stepHeading(step: DeskStep, way: Way, everyone: boolean, letterbox: boolean): string {
	if (step === 'answer' && everyone) return 'Iedereen is binnen';
	return step === 'answer' && way === 'phone' && letterbox ? 'Wacht tot iedereen klaar is' : headings[step][way];
}
