/** What this build consists of, as the server of the site has it. */
export interface Site {
	/** The path of the folder that the app lives in, such as '/tools/meter/'. */
	scope: string;
	/** Differs between any two builds. */
	build: string;
	/** Paths of the pages, each with a slash at the end. */
	pages: ReadonlySet<string>;
	/** Of each other file its path and the start of the SHA-256 of its bytes. */
	files: ReadonlyMap<string, string>;
}

/** Shown instead of an address that does not exist. */
const NOT_FOUND = 'niet-gevonden/';

/** What the build writes in place of this (.tools/build/site-table.mjs); while developing nothing is kept. */
const TABLE = 'samenwerkingsmeter-site:';

/**
 * @param base the path of the folder without the slash at its end
 * @param table the build, its pages and its files, as .tools/build/site-table.mjs writes them
 */
export function readSite(base: string, table = TABLE): Site {
	const [build = '', pages = '', files = ''] = table.slice(TABLE.length).split('|');
	const scope = `${base}/`;
	// The first page is the home page: its path is empty.
	const paths = build === '' ? [] : pages.split(',');
	return {
		scope,
		build,
		pages: new Set(paths.map((path) => scope + path)),
		files: new Map(
			files
				.split(',')
				.filter((file) => file !== '')
				.map((file): [string, string] => {
					const [path = '', hash = ''] = file.split(' ');
					return [scope + path, hash];
				})
		)
	};
}

export function notFoundPath(site: Site): string {
	return site.scope + NOT_FOUND;
}

export function isKnown(site: Site, path: string): boolean {
	return site.pages.has(path) || site.files.has(path);
}

/** The page that this path means, also without the slash at its end or with the name of its file. */
export function pageOf(site: Site, path: string): string | undefined {
	const folder = path.replace(/(\/index\.html|\/)?$/, '/');
	return site.pages.has(folder) ? folder : undefined;
}

/** The pages within the folder of the app, such as 'nieuw/'. */
export function namesOf(site: Site): string[] {
	return [...site.pages].map((path) => path.slice(site.scope.length));
}

/** By this every page of this build is known, and no page of another build or of another path. */
export function pageMark(site: Site, path: string): string {
	return `<meta name="samenwerkingsmeter" content="${site.build} ${path.slice(site.scope.length)}">`;
}

/** The parts of the site that the text of a page names. */
export function partsNamedIn(site: Site, text: string): string[] {
	const named = [...text.matchAll(/_app\/immutable\/[\w./-]+/g)].map(([path]) => site.scope + path);
	return [...new Set(named)].filter((path) => site.files.has(path));
}

/** The scripts that a page cannot start without. */
export function scriptsOf(site: Site, text: string): string[] {
	const links = [...text.matchAll(/<link href="[./]*([^"]+)" rel="modulepreload">/g)];
	return links.map(([, path = '']) => site.scope + path);
}
