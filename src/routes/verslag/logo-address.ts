import type { Logo } from '$lib/domain/measurement/letterhead';

/** For an img: its pixels stand in the address itself. */
export const logoAddress = ({ jpeg }: Logo): string => `data:image/jpeg;base64,${jpeg}`;
