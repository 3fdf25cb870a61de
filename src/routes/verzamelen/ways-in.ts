/** The ways in which answers come in on this page. */
export type WayIn = 'camera' | 'code' | 'file' | 'paper';

/** Beside the camera, with the words of their buttons. */
export const otherWays: readonly { way: WayIn; name: string }[] = [
	{ way: 'code', name: 'Code' },
	{ way: 'file', name: 'Bestand' },
	{ way: 'paper', name: 'Papier' }
];

/** The heading of each. */
export const wayHeadings: Readonly<Record<WayIn, string>> = {
	camera: 'Scan de QR-codes',
	code: 'Typ of plak een code',
	file: 'Open bestanden',
	paper: 'Formulieren op papier'
};
