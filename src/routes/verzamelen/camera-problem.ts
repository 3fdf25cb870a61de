/** Why the browser gives no camera, in Dutch, with what to do. @param cause what `getUserMedia` rejected with */
export function cameraProblem(cause: unknown): string {
	const name = cause instanceof DOMException ? cause.name : '';
	if (name === 'NotAllowedError') {
		return 'De camera mag niet gebruikt worden. Geef deze pagina toegang tot de camera, of typ de codes.';
	}
	if (name === 'NotFoundError') return 'Dit toestel heeft geen camera. Typ de codes, of open de bestanden.';
	if (name === 'NotSupportedError') {
		return 'De camera werkt alleen op een beveiligde pagina (https). Typ de codes, of open de bestanden.';
	}
	return 'De camera start niet. Gebruikt een ander programma ze? Typ anders de codes.';
}
