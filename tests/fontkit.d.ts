/** The part of fontkit that tests look into fonts with; the package brings no types of its own. */
declare module 'fontkit' {
	export interface Font {
		getGlyph(id: number): { readonly path: { readonly commands: readonly unknown[] } };
	}
	export function create(file: Uint8Array): Font;
}
