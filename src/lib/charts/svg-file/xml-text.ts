/** Text as it may stand in XML, between tags and in attributes; signs that XML does not allow are left out. */
export function xmlText(text: string): string {
	return text.replace(NOT_IN_XML, '').replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

const NOT_IN_XML = /(?![\t\n\r])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;
