/** What each part of a table is, also where it is laid out as a block or a grid. */
const ROLES: readonly (readonly [selector: string, role: string])[] = [
	['thead, tbody, tfoot', 'rowgroup'],
	['tr', 'row'],
	['th[scope="col"]', 'columnheader'],
	['th[scope="row"]', 'rowheader'],
	['td', 'cell']
];

/**
 * On a table whose rows become blocks on a phone: WebKit then no longer takes it for a table, and says no row and no
 * header. Rows that come later are included.
 */
export function tableRoles(table: HTMLTableElement): () => void {
	const tell = () => {
		for (const [selector, role] of ROLES)
			for (const part of table.querySelectorAll(`:is(${selector}):not([role])`)) part.setAttribute('role', role);
	};
	table.setAttribute('role', 'table');
	tell();
	const observer = new MutationObserver(tell);
	observer.observe(table, { childList: true, subtree: true });
	return () => observer.disconnect();
}
