/** Without SvelteKit's own start: start.ts comes with the page itself (docs/decisions/0011-participant-page.md). */
export const csr = false;
