import { xmlCharacters } from '$lib/domain/text/xml-characters';

/** Text as it may stand in XML, between tags and in attributes; signs that XML does not allow are left out. */
export function xmlText(text: string): string {
	return xmlCharacters(text).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
