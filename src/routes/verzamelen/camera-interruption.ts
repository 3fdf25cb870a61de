/** What people are told when the picture of a camera that worked stops or shows nothing, with what to do. */
export const interruption = {
	ended:
		'De camera is gestopt. Wat binnen is, blijft bewaard. Kijk of ze nog aangesloten is, en start ze opnieuw. Je kunt ook de codes typen.',
	muted:
		'De camera geeft nu geen beeld. Wat binnen is, blijft bewaard. Gebruikt een ander programma ze, of staat ze uit met een knop of schuifje? Zet ze weer aan, of start ze opnieuw.',
	still: 'Het beeld staat stil. Wat binnen is, blijft bewaard. Start de camera opnieuw, of typ de codes.'
} as const;

/** Of a picture in which nothing can be seen. @param others whether the device has another camera to choose */
export function nothingToSee(light: 'dark' | 'flat', others: boolean): string {
	const seen = light === 'dark' ? 'Het beeld is zwart.' : 'Op het beeld is niets te zien.';
	const then = others ? 'Of kies hieronder een andere camera.' : 'Of typ de codes.';
	return `${seen} Zit er iets voor de camera, of staat ze uit met een knop of schuifje? Haal het weg. ${then}`;
}
