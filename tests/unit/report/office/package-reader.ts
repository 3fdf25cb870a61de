import { unzipSync } from 'fflate';
import { parseXml } from '../../exchange/spreadsheet/xlsx-reader';

/** A .docx or .pptx taken apart, for tests. */
export class OfficePackage {
	readonly parts: Readonly<Record<string, Uint8Array>>;

	constructor(bytes: Uint8Array) {
		this.parts = unzipSync(bytes);
	}

	get paths(): string[] {
		return Object.keys(this.parts);
	}

	text(path: string): string {
		const part = this.parts[path];
		if (!part) throw new Error(`${path} is not in the file, which has ${this.paths.join(', ')}`);
		return new TextDecoder().decode(part);
	}

	/** @throws where it is no sound XML */
	xml(path: string): XMLDocument {
		return parseXml(this.text(path));
	}

	/** What leads to nothing: a relationship without a part, and an id without a relationship. */
	loose(): string[] {
		return this.paths
			.filter((path) => path.endsWith('.rels'))
			.flatMap((path) => {
				const folder = path.replace(/_rels\/[^/]*$/, '');
				const links = [...this.xml(path).getElementsByTagName('Relationship')];
				const targets = links.map((link) => link.getAttribute('Target') ?? '');
				const known = links.map((link) => link.getAttribute('Id') ?? '');
				const owner = path.replace('_rels/', '').replace(/\.rels$/, '');
				const used = owner in this.parts ? [...this.text(owner).matchAll(/ r:(?:id|embed|link)="([^"]+)"/g)] : [];
				return [
					...targets.filter((target) => !(resolved(folder, target) in this.parts)),
					...used.flatMap(([, id = '']) => (known.includes(id) ? [] : [`${owner}: ${id}`]))
				];
			});
	}
}

function resolved(folder: string, target: string): string {
	return new URL(target, `file:///${folder}`).pathname.slice(1);
}
