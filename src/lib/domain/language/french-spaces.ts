const NO_BREAK = '\u00A0';

/** French writes a space before «?», «:» and their like, and within quotation marks: no line may begin with those. */
export function frenchSpaces(text: string): string {
	return text.replace(/ (?=[?!:;»])|(?<=«) /g, NO_BREAK);
}
