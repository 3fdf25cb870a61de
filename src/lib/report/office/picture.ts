/** Draws an SVG document as a PNG of its own width and height: the page does it, which has a canvas. */
export type DrawSvg = (svg: string) => Promise<Blob>;

export const bytesOf = async (blob: Blob): Promise<Uint8Array> => new Uint8Array(await blob.arrayBuffer());
